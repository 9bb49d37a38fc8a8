import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { startGuard } from "../src/extension/guard/guard.ts";
import { guardLink } from "../src/extension/platform/guard-link.ts";

export default defineUnlistedScript(() =>
  startGuard(guardLink(), { shield: !import.meta.env.FIREFOX }),
);
