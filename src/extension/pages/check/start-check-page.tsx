import { copyText } from "../../platform/copy-text.ts";
import { randomCode } from "../../platform/random-code.ts";
import { browserReportDrafts } from "../../platform/report-drafts.ts";
import { sendToBackground } from "../../platform/send-to-background.ts";
import { inPrivateWindow } from "../../platform/tabs-of-page.ts";
import { createAsk } from "../ask-background.ts";
import { showPage } from "../show-page.tsx";
import { CheckPage } from "./check-page.tsx";
import { readQrPicture } from "./read-qr-picture.ts";

/** Wires the check page to this browser and shows it. */
export function startCheckPage(): void {
  const needs = {
    ask: createAsk(sendToBackground),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    newCode: randomCode,
    copy: copyText,
    drafts: browserReportDrafts(),
    inPrivateWindow,
    readQrPicture,
    openCheckWindow: null,
  };
  const id = location.hash.slice(1);
  // What was chosen is given out once: a page that is loaded again must not look for it.
  history.replaceState(null, "", location.pathname);
  void showPage(<CheckPage needs={needs} selectionId={id} />);
}
