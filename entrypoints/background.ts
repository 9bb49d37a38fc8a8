import { defineBackground } from "wxt/utils/define-background";
import { startBackground } from "../src/extension/background/start-background.ts";
import { buildConfig } from "../src/extension/build-config.ts";
import { browserPlatform } from "../src/extension/platform/browser-platform.ts";

export default defineBackground(() => {
  startBackground(browserPlatform(import.meta.env.FIREFOX ? "firefox" : "chromium"), buildConfig);
});
