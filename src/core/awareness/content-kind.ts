/** The artifacts into which the content is cut, see content-artifacts.ts. Apart, since its schemas take long to set up. */
const CONTENT_KINDS = ["alerts", "portals", "tips"] as const;

export type ContentKind = (typeof CONTENT_KINDS)[number];

export function isContentKind(kind: string): kind is ContentKind {
  return CONTENT_KINDS.some((known) => known === kind);
}
