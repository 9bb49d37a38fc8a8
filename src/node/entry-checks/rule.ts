/** What may never enter the feed (docs/publishing.md, "Sources"), by the reason. */
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
