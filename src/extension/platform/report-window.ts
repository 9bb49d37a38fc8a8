import { browser } from "wxt/browser";
import { inPrivateWindow } from "./tabs-of-page.ts";

/**
 * Opens the report that is begun in a window of its own, where the dialog for files does not close it, as it closes a
 * popup.
 *
 * @returns false, and opens none, where this page stays anyway, and in a private window, which keeps no drafts
 */
export async function openReportWindow(): Promise<boolean> {
  if ((await browser.tabs.getCurrent()) !== undefined || (await inPrivateWindow())) return false;
  const url = browser.runtime.getURL("/popup.html#/report");
  await browser.windows.create({ url, type: "popup", width: 420, height: 720 });
  return true;
}
