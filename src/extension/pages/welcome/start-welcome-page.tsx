import { sendToBackground } from "../../platform/send-to-background.ts";
import { closeThisTab, openSettings } from "../../platform/tabs-of-page.ts";
import { createAsk } from "../ask-background.ts";
import { showPage } from "../show-page.tsx";
import type { WelcomeNeeds } from "./welcome-needs.ts";
import { WelcomePage } from "./welcome-page.tsx";

/** Wires the page of welcome to this browser and shows it. */
export function startWelcomePage(): void {
  const needs: WelcomeNeeds = {
    ask: createAsk(sendToBackground),
    browser: import.meta.env.FIREFOX ? "firefox" : "chromium",
    openSettings,
    close: () => void closeThisTab(),
  };
  void showPage(<WelcomePage needs={needs} />);
}
