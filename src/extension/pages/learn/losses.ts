/** What may be lost, by the code of the first aid for it, in the order of haste. */
export const LOSSES = ["A-PAY", "A-CARD", "A-PASS", "A-APP", "A-ID", "A-ACC", "A-KID"] as const;

export type Loss = (typeof LOSSES)[number];

/** Null of a step that is the same whatever was lost, or says itself for whom it is. */
export function lossOf(code: string | null): Loss | null {
  return code === "A-KID" ? null : (LOSSES.find((loss) => loss === code) ?? null);
}
