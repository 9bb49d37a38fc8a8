import { startGuard } from "../src/extension/guard/guard.ts";
import { guardLink } from "../src/extension/platform/guard-link.ts";

// Without WXT's define function, as in lift.ts: in every page that would be one more thing to compile.
export default {
  main: (() => startGuard(guardLink, { shield: !import.meta.env.FIREFOX })) satisfies () => void,
};
