import type { Brand } from "../lookalike/brands.ts";

/** Where a page says who it is. */
export type ClaimPlace =
  | "title"
  | "title-mention"
  | "logo"
  | "banner"
  | "heading"
  | "closing"
  | "form"
  | "form-head"
  | "words"
  | "path"
  | "host-strong"
  | "host-weak"
  | "assets";

export interface Identity {
  /** Whose name the page bears most; null if it claims to be an office of the state in general, or nobody. */
  brand: Brand | null;
  /** Its name, or the office's as written. */
  name: string;
  places: Set<ClaimPlace>;
  /** Sum of the strengths of places. */
  strength: number;
}

/** How much each place says, from 0 (nothing) to 3 (nobody else writes it there). */
export const STRENGTH: Readonly<Record<ClaimPlace, number>> = {
  title: 2,
  "title-mention": 0.7,
  logo: 2,
  banner: 1.2,
  heading: 0.7,
  closing: 1.2,
  form: 3,
  "form-head": 1.2,
  words: 0.5,
  path: 0.5,
  "host-strong": 2.5,
  "host-weak": 1.2,
  assets: 1,
};
/** From this strength on a page claims to be somebody. */
export const CLAIMED = 1.8;

/** Sum of the strengths of places. */
export function strengthOf(places: ReadonlySet<ClaimPlace>): number {
  return [...places].reduce((sum, place) => sum + STRENGTH[place], 0);
}
