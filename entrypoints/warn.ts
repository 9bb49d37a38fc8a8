import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { startWarning } from "../src/extension/guard/warn/start-warning.ts";
import { warnLink } from "../src/extension/platform/warn-link.ts";

export default defineUnlistedScript(() => startWarning(warnLink()));
