import { copyText } from "../../platform/copy-text.ts";
import { requestNotifications } from "../../platform/notifications.ts";
import { randomCode } from "../../platform/random-code.ts";
import type { ReportDrafts } from "../../platform/report-drafts.ts";
import { openReportWindow } from "../../platform/report-window.ts";
import { captureVisiblePage } from "../../platform/screenshot.ts";
import { sendToBackground } from "../../platform/send-to-background.ts";
import { requestSiteAccess } from "../../platform/site-access.ts";
import { activeTabId, inPrivateWindow, openSettings } from "../../platform/tabs-of-page.ts";
import { createAskAhead } from "../ask-ahead.ts";
import { createAsk } from "../ask-background.ts";
import { openCheckWindow } from "../check/open-check-window.ts";
import { readQrPicture } from "../check/read-qr-picture.ts";
import { showPage } from "../show-page.tsx";
import { Popup } from "./popup.tsx";
import type { PopupNeeds } from "./popup-needs.ts";

/** Wires the popup to this browser and shows it. */
export function startPopup(): void {
  const { ask, ahead } = createAskAhead(createAsk(sendToBackground));
  // The verdict is what the person waits for.
  const tab = activeTabId();
  tab.then(
    (id) => id !== null && ahead({ type: "tab-verdict", tabId: id }),
    // The popup asks for the tab itself, and says why there is none.
    () => undefined,
  );
  ahead({ type: "state" });
  const needs: PopupNeeds = {
    ask,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    newCode: randomCode,
    copy: copyText,
    tabId: () => tab,
    drafts: draftsLater(),
    capture: captureVisiblePage,
    requestSiteAccess,
    openSettings,
    requestNotifications,
    place: location.hash.slice(1),
    readQrPicture,
    openReportWindow,
    inPrivateWindow,
    openCheckWindow: (text) => void openCheckWindow(ask, text),
  };
  void showPage(<Popup needs={needs} />);
}

/** Most openings of the popup read none. */
function draftsLater(): ReportDrafts {
  let drafts: Promise<ReportDrafts> | null = null;
  const opened = () => {
    drafts ??= import("../../platform/report-drafts.ts").then((all) => all.browserReportDrafts());
    return drafts;
  };
  return {
    read: async () => (await opened()).read(),
    keep: async (draft) => (await opened()).keep(draft),
  };
}
