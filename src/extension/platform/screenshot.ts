import { browser } from "wxt/browser";

/**
 * A picture of what the window's active tab shows, as a PNG in a data: address. Only at the person's click: the
 * extension's leave to act on all sites covers it.
 *
 * @returns null if the browser refuses, as on its own pages
 */
export async function captureVisiblePage(): Promise<string | null> {
  try {
    return await browser.tabs.captureVisibleTab({ format: "png" });
  } catch (error) {
    console.warn("Tỉnh Táo", error);
    return null;
  }
}
