import type { FirstAidAction } from "./first-aid.ts";
import type { Form } from "./form.ts";
import type { Text } from "./text.ts";

/**
 * What to do if it is too late, in the order of haste: what cannot wait in this form of scam, first aid by its codes,
 * then what is special.
 *
 * @param actions steps of first aid; a code that is not among them is left out
 */
export function lateSteps({ late }: Form, actions: readonly FirstAidAction[]): Text[] {
  const byCode = late.codes.flatMap((code) => actions.filter(({ id }) => id === code));
  return [...late.first, ...byCode.map(({ text }) => text), ...late.more];
}
