import type { PageNeeds } from "../page-needs.ts";

/** What the page of welcome is given. */
export interface WelcomeNeeds extends Pick<PageNeeds, "ask"> {
  /** Whose toolbar the hint is about. */
  browser: "chromium" | "firefox";
  openSettings(): void;
  /** Closes the page. */
  close(): void;
}
