import type { Verdict } from "../../../core/verdict/verdict.ts";

/** What another part of the popup hands to the report form, as the person or a check has found it. */
export interface ReportPrefill {
  /** What the person came for, if it is not to report a scam that was met. */
  way?: "lost" | "mistake";
  url?: string;
  /** What is known of that address, or was found in the message: the form of scam is guessed from it. */
  verdict?: Verdict;
  /** As it was written: "+84 912 345 678". */
  phone?: string;
  account?: { number: string; bank?: string; holder?: string };
  /** A message that came, word for word. */
  text?: string;
}
