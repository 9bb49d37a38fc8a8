import type { Content } from "./content.ts";

const COUNTED = [
  "forms",
  "tips",
  "themes",
  "campaigns",
  "quiz",
  "alerts",
  "portals",
  "hotlines",
  "sources",
] as const satisfies readonly (keyof Content)[];

/** Number of items of each kind that a release is measured by. */
export function contentCounts(content: Content): Record<(typeof COUNTED)[number], number> {
  const counts = COUNTED.map((kind) => [kind, content[kind].length] as const);
  return Object.fromEntries(counts) as ReturnType<typeof contentCounts>;
}
