import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { liftShield } from "../src/extension/guard/shield.ts";

export default defineUnlistedScript(() => liftShield());
