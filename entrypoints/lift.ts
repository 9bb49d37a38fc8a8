import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { lift } from "../src/extension/guard/lift.ts";

export default defineUnlistedScript(() => lift());
