import type { PageNeeds } from "../page-needs.ts";

/** What the settings page is given. */
export interface SettingsNeeds extends Pick<PageNeeds, "ask" | "now"> {
  /** Asks the person to let the extension act on all sites. Straight from a click. */
  requestSiteAccess(): Promise<boolean>;
  /** Whether the browser lets the extension notify. */
  mayNotify(): Promise<boolean>;
  /** Asks the person for that. Straight from a click. */
  requestNotifications(): Promise<boolean>;
  /** Lets the browser save a text file. */
  download(name: string, text: string): void;
  /** A text file of the package: "/LICENSE". Rejects if there is none. */
  packaged(path: string): Promise<string>;
}
