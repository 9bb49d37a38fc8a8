/** Who tells it. */
export interface Sender {
  /** Name of the agency; null if it is not to be named. */
  agency: string | null;
  /** Telephone number for questions, as people write it; null if there is none. */
  phone: string | null;
}

/** Longest name of an agency in characters, as in a managed policy. */
export const LONGEST_AGENCY = 120;
/** Longest telephone number in characters. */
export const LONGEST_PHONE = 24;

/** A sender as it was typed: one line each, nothing where nothing was typed, cut to what the channels can carry. */
export function senderOf(agency: string, phone: string): Sender {
  const line = (typed: string, longest: number) =>
    typed.replace(/\s+/g, " ").trim().slice(0, longest).trim() || null;
  return { agency: line(agency, LONGEST_AGENCY), phone: line(phone, LONGEST_PHONE) };
}
