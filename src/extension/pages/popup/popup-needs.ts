import type { ReportDrafts } from "../../platform/report-drafts.ts";
import type { CheckNeeds } from "../check/check-needs.ts";
import type { ReportNeeds } from "../report/report-needs.ts";

/** What the popup is given. */
export interface PopupNeeds extends CheckNeeds, ReportNeeds {
  /** Id of the tab that the popup speaks of, or null if there is none. */
  tabId(): Promise<number | null>;
  drafts: ReportDrafts;
  /** Shows the settings page in a tab. */
  openSettings(): void;
  /** A picture of the page in the tab, as a data: address; null if the browser refuses. Straight from a click. */
  capture(): Promise<string | null>;
  /** Asks the person to let the extension act on all sites. Straight from a click. */
  requestSiteAccess(): Promise<boolean>;
  /** Asks the person to let the browser show notifications. Straight from a click. */
  requestNotifications(): Promise<boolean>;
  /** Where it opens: the part of its address after "#"; see placeOfAnnouncement. */
  place: string;
}
