import type { Navigations } from "../../platform/navigation.ts";

/**
 * What led tabs to the warning page: a page or the person. The browser names an opener also for a tab whose address a person has typed himself
 * (Chromium 156: Alt and Enter in the address bar), so an opener alone does not show that a page led there.
 */
export interface Initiators {
  /** True if a page led this tab to the warning page. Not known is no. */
  isPage(tabId: number): boolean;
}

/** To be called while the background's script first runs. */
export function createInitiators(
  navigations: Pick<Navigations, "arrivals">,
  warningPage: string,
): Initiators {
  const led = new Set<number>();
  navigations.arrivals(warningPage, (tabId, byPage) => {
    if (byPage) led.add(tabId);
    else led.delete(tabId);
  });
  return { isPage: (tabId) => led.has(tabId) };
}
