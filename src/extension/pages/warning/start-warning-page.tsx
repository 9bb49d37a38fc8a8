import { copyText } from "../../platform/copy-text.ts";
import { randomCode } from "../../platform/random-code.ts";
import { sendToBackground } from "../../platform/send-to-background.ts";
import { closeThisTab, goBackOrClose, inPrivateWindow } from "../../platform/tabs-of-page.ts";
import { AFTER } from "../../warning-query.ts";
import { createAsk } from "../ask-background.ts";
import { showPage } from "../show-page.tsx";
import type { WarningNeeds } from "./warning-needs.ts";
import { WarningPage } from "./warning-page.tsx";

/** Wires the warning page to this browser and shows it, anew whenever the address after "#" changes. */
export async function startWarningPage(): Promise<void> {
  const needs: Omit<WarningNeeds, "raw"> = {
    ask: createAsk(sendToBackground),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    newCode: randomCode,
    copy: copyText,
    inPrivateWindow,
    back: () => void goBackOrClose(location.search === AFTER ? 2 : 1),
    close: () => void closeThisTab(),
    open: (url) => location.replace(url),
  };
  const page = () => {
    const raw = location.hash.slice(1);
    // Another address is another page: nothing that was opened or counted down on this one may carry over.
    return <WarningPage key={raw} needs={{ ...needs, raw }} />;
  };
  const show = await showPage(page());
  window.addEventListener("hashchange", () => show(page()));
}
