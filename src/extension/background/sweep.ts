import { parseAddress } from "../../core/host/address.ts";
import type { Verdict } from "../../core/verdict/verdict.ts";
import type { Tabs } from "../platform/tabs.ts";

/**
 * Sends every open tab that shows a listed address, or is on its way there, to the warning page. At each start of the
 * background, because the first navigation of a starting browser escapes all rules; after each update of the list.
 *
 * @param verdictOn verdict on what this tab shows, its overrides included
 * @returns number of tabs that were sent away
 */
export async function sweepTabs(needs: {
  tabs: Tabs;
  verdictOn: (url: string, tabId: number) => Promise<Verdict | null>;
  warningFor: (url: string) => string;
}): Promise<number> {
  const { tabs, verdictOn, warningFor } = needs;
  let sent = 0;
  for (const { id, url } of await tabs.all()) {
    if (!parseAddress(url).ok) continue;
    const verdict = await verdictOn(url, id);
    if (verdict?.level !== "block") continue;
    if (await tabs.go(id, warningFor(url))) sent++;
  }
  return sent;
}
