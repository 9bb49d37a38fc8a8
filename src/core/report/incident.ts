import type { Channel } from "./channel.ts";

/** What happened, as far as the person has told it. It stays on the machine: see vneidText and policeText. */
export interface Incident {
  /** Web address; null if there was none. */
  url: string | null;
  /** Vietnamese name of the form of scam. */
  form: string | null;
  /** In the person's own words. */
  story: string;
  /** Whom the scammer claimed to be. */
  impersonated: string | null;
  arrivedBy: Channel | null;
  phones: readonly string[];
  accounts: readonly { number: string; bank: string | null; holder: string | null }[];
  /** In đồng; 0 if nothing was lost, null if it was not told. */
  lost: number | null;
  /** ISO date by the person's own calendar. */
  happenedOn: string | null;
  /** "HH:MM" by the person's own clock. */
  happenedTime: string | null;
  /** Commune or ward and province; null if it happened online alone. */
  place: string | null;
  /** What the person can show: "ảnh chụp màn hình". */
  evidence: readonly string[];
}
