import { startGuard } from "../src/extension/guard/guard.ts";

export const main = (() => startGuard({ shield: !import.meta.env.FIREFOX })) satisfies () => void;
// For WXT, which would otherwise wrap it: in every page that is one more thing to compile.
export default { main };
