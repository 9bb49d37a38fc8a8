import type { ReportDrafts } from "../../platform/report-drafts.ts";
import type { PageNeeds } from "../page-needs.ts";

/** What the popup is given. */
export interface PopupNeeds extends PageNeeds {
  /** Id of the tab that the popup speaks of, or null if there is none. */
  tabId(): Promise<number | null>;
  drafts: ReportDrafts;
  /** Shows the settings page in a tab. */
  openSettings(): void;
  /** Asks the person to let the extension act on all sites. Straight from a click. */
  requestSiteAccess(): Promise<boolean>;
}
