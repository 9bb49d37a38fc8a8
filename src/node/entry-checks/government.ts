/** Portals of the state that stand outside gov.vn. */
const PORTALS = ["chinhphu.vn", "quochoi.vn", "dangcongsan.vn"] as const;

/**
 * Sections of the domain name system that a state keeps for its own offices, as they stand in the Public Suffix List:
 * gov.vn, and abroad gov, mil, gov.uk, go.th, gob.mx, gouv.fr. Schools (edu.vn) are not among them: many a training
 * centre is there, and a school's site that was broken into is for a reviewer to judge.
 */
const SECTION = /^(?:gov|mil|(?:gov|govt|gob|gouv|gub|go|gv|mil)\.[a-z]{2})$/;

/**
 * @param host canonical host name
 * @param registrable its registrable domain (core/host)
 * @returns the section or portal of the state that the host belongs to, or null
 */
export function governmentPart(host: string, registrable: string): string | null {
  const section = registrable.slice(registrable.indexOf(".") + 1);
  if (SECTION.test(section)) return section;
  return PORTALS.find((portal) => host === portal || host.endsWith(`.${portal}`)) ?? null;
}
