import { parseAddress } from "../../../core/host/address.ts";
import type { Tabs } from "../../platform/tabs.ts";
import type { Verdicts } from "../verdicts.ts";
import type { TabBadges } from "./tab-badges.ts";
import type { WarningAddress } from "./warning-address.ts";

/**
 * Looks at what a tab shows or is on its way to: a listed address goes to the warning page, an official one gets its mark.
 * Called for every open tab at each start of the background, because the first navigation of a starting browser escapes
 * all rules and the event that woke the background may be lost; after each update of the list; and for navigations that
 * rules can't express.
 */
export function createTabWatch(needs: {
  tabs: Tabs;
  badges: TabBadges;
  verdicts: Verdicts;
  warning: WarningAddress;
}): (tabId: number, url: string) => Promise<void> {
  const { tabs, badges, verdicts, warning } = needs;
  return async (tabId, url) => {
    if (!parseAddress(url).ok) return;
    const verdict = await verdicts.inTab(url, tabId);
    if (verdict?.level === "block") {
      const shown = await tabs.isShowing(tabId, url);
      await tabs.go(tabId, shown ? warning.after(url) : warning.of(url));
    }
    if (verdict?.level === "official") await badges.mark(tabId, "official");
  };
}
