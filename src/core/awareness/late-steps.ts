import type { FirstAidAction } from "./first-aid.ts";
import type { Form } from "./form.ts";
import type { Text } from "./text.ts";

/** One thing to do if it is too late. */
export interface LateStep {
  /** Of a step of first aid, which tells for what loss it is; null for what is special to the form. */
  code: FirstAidAction["id"] | null;
  text: Text;
}

/**
 * What to do if it is too late, in the order of haste: what cannot wait in this form of scam, first aid by its codes,
 * then what is special.
 *
 * @param actions steps of first aid; a code that is not among them is left out
 */
export function lateSteps({ late }: Form, actions: readonly FirstAidAction[]): LateStep[] {
  const own = (texts: readonly Text[]) => texts.map((text): LateStep => ({ code: null, text }));
  const byCode = late.codes.flatMap((code) => actions.filter(({ id }) => id === code));
  return [
    ...own(late.first),
    ...byCode.map(({ id, text }) => ({ code: id, text })),
    ...own(late.more),
  ];
}
