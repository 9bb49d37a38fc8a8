import type { ReportNeeds } from "../report/report-needs.ts";

/** What the warning page is given. */
export interface WarningNeeds extends ReportNeeds {
  /** Everything after "#" in the page's own address, as it stands there. */
  raw: string;
  /** Goes to the page before, or closes if there is none. */
  back(): void;
  close(): void;
  /** Leads this tab to an address. */
  open(url: string): void;
}
