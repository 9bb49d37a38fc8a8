import { languageOf } from "../../../ui/text.ts";
import { sendToBackground } from "../../platform/send-to-background.ts";
import { browserLanguage, closeThisTab } from "../../platform/tabs-of-page.ts";
import { createAsk } from "../ask-background.ts";
import { rootElement } from "../root-element.ts";
import { showPage } from "../show-page.tsx";
import type { WarningNeeds } from "./warning-needs.ts";
import { WarningPage } from "./warning-page.tsx";

/** Milliseconds after which going back has led nowhere. */
const BACK_PATIENCE = 500;

/** Wires the warning page to this browser and shows it, anew whenever the address after "#" changes. */
export function startWarningPage(): void {
  const needs: Omit<WarningNeeds, "raw"> = {
    ask: createAsk(sendToBackground),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    framed: window.top !== window,
    back: goBack,
    close: () => void closeThisTab(),
    open: (url) => location.replace(url),
  };
  const root = rootElement();
  const language = languageOf(browserLanguage());
  const show = () => {
    const raw = location.hash.slice(1);
    // Another address is another page: nothing that was opened or counted down on this one may carry over.
    showPage(root, language, <WarningPage key={raw} needs={{ ...needs, raw }} />);
  };
  window.addEventListener("hashchange", show);
  show();
}

/** Back, or away with the tab if there is nothing to go back to. */
function goBack(): void {
  if (history.length <= 1) {
    void closeThisTab();
    return;
  }
  const timer = setTimeout(() => void closeThisTab(), BACK_PATIENCE);
  window.addEventListener("pagehide", () => clearTimeout(timer), { once: true });
  history.back();
}
