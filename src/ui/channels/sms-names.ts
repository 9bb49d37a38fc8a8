/** Names of offices that everybody knows by their letters. */
const SHORT: readonly [RegExp, string][] = [
  [/ủy ban nhân dân/giu, "UBND"],
  [/hội đồng nhân dân/giu, "HĐND"],
];

/** An agency's name as an SMS can carry it, the full one first; none without a name. */
export function smsNames(agency: string | null): string[] {
  if (agency === null) return [];
  const short = SHORT.reduce(
    (name, [long, letters]) => name.replace(long, letters),
    agency.normalize(),
  );
  return short === agency ? [agency] : [agency, short];
}
