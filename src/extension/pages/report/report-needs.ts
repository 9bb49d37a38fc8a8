import type { PageNeeds } from "../page-needs.ts";

/** What a page with a report form is given. */
export interface ReportNeeds extends PageNeeds {
  /** 128 random bits, as lower-case hex. */
  newCode(): string;
  /** Whether what is written here belongs to a private window, of which nothing may reach the disk. */
  inPrivateWindow(): Promise<boolean>;
  /** Puts text into the clipboard; false if the browser refuses. */
  copy(text: string): Promise<boolean>;
  /**
   * Opens the begun report in a window where files can be chosen; false if they can be chosen here. Absent where the
   * page stays open by itself.
   */
  openReportWindow?(): Promise<boolean>;
}
