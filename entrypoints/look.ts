import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { lookAround } from "../src/extension/guard/look-around.ts";
import { whenRevealed } from "../src/extension/guard/revealed.ts";
import { lookLink } from "../src/extension/platform/look-link.ts";

export default defineUnlistedScript(() => whenRevealed(() => lookAround(lookLink())));
