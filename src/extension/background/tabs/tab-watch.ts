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

  /** A popup that a page wrote itself belongs to that page, and to the tab that it is in. */
  async function lookAtPopup(tabId: number, origin: string | null): Promise<void> {
    if (origin === null || origin === "null") return;
    const maker = `${origin}/`;
    const opener = (await tabs.get(tabId))?.opener ?? tabId;
    const verdict = await verdicts.inTab(maker, opener);
    if (verdict?.level === "block") await tabs.go(tabId, warning.of(maker));
  }

  return async (tabId, url) => {
    if (url.startsWith("blob:")) return lookAtPopup(tabId, new URL(url).origin);
    if (url.startsWith("about:blank")) return lookAtPopup(tabId, await tabs.originOf(tabId));
    if (!parseAddress(url).ok) return;
    const verdict = await verdicts.inTab(url, tabId);
    if (verdict?.level === "block") {
      const shown = await tabs.isShowing(tabId, url);
      await tabs.go(tabId, shown ? warning.after(url) : warning.of(url));
    }
    if (verdict?.level === "official") await badges.mark(tabId, "official");
  };
}
