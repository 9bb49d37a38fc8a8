import { askOfField, asksOfWords, HARMFUL_ASKS, isTangible, TYPED_SECRETS } from "./ask-kinds.ts";
import type { PageFacts } from "./page-facts.ts";
import { unpackScript } from "./unpack-script.ts";
import { wordsOfPage } from "./words-of-page.ts";

/**
 * Whether anything is asked at all, so that a judge need be woken: by the fields, links and words alone. A page whose
 * words only name a hotline or a phone field asks nothing by itself.
 */
export function isAsking(facts: PageFacts): boolean {
  if (facts.packages.length > 0 || facts.fields.some((field) => askOfField(field) !== null))
    return true;
  const folded = wordsOfPage(facts);
  if (isTangible(facts, folded) && asksOfWords(folded).some((ask) => HARMFUL_ASKS.has(ask)))
    return true;
  const { fields, packages } = unpackScript(facts.script);
  return (
    packages.length > 0 || fields.some((field) => TYPED_SECRETS.has(askOfField(field) ?? "phone"))
  );
}
