/** What may never enter the feed (the README's "what may never enter"), by the reason. */
export type Rule =
  | "wildcard"
  | "ip-range"
  | "special-address"
  | "single-label"
  | "public-suffix"
  | "government"
  | "official-domain"
  | "shared-host"
  | "shared-path"
  | "own-page"
  | "popular"
  | "official-number"
  | "short-number"
  | "card-number";

export interface Violation {
  rule: Rule;
  /** One short line for the person who runs the publisher, naming what would be blocked. */
  why: string;
}
