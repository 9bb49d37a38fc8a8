import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { startGuard } from "../src/extension/guard/guard.ts";

export default defineUnlistedScript(() => startGuard());
