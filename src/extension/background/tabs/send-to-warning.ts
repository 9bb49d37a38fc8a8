import type { Tabs } from "../../platform/tabs.ts";
import { sameOrigin } from "./origin.ts";
import type { WarningAddress } from "./warning-address.ts";

/** Sends a tab on to the warning about a page that it shows, unless it has left that page's site meanwhile. */
export async function sendToWarning(
  tabId: number,
  url: string,
  { tabs, warning }: { tabs: Tabs; warning: WarningAddress },
): Promise<void> {
  const tab = await tabs.get(tabId);
  if (tab && sameOrigin(tab.url, url)) await tabs.go(tabId, warning.after(url));
}
