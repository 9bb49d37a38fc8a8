import {
  askOfField,
  asksOfWords,
  CHATS,
  HARMFUL_ASKS,
  isTangible,
  TYPED_SECRETS,
} from "./ask-kinds.ts";
import type { PageFacts } from "./page-facts.ts";
import { unpackScript } from "./unpack-script.ts";
import { wordsOfPage } from "./words-of-page.ts";

const NUMBER = /\p{Nd}{3}[\p{Nd} .]{4}/u;

/**
 * Whether anything is asked at all, so that a judge need be woken: by the fields, links and words alone. A page whose
 * words only name a hotline or a phone field asks nothing by itself.
 */
export function isAsking(facts: PageFacts): boolean {
  if (facts.packages.length > 0 || facts.fields.some((field) => askOfField(field) !== null))
    return true;
  // Folding is dear; without a number to call or to pay to, or a chat, words ask for nothing (isTangible).
  const { text, drawn, linkHosts } = facts;
  if (linkHosts.some((host) => CHATS.test(host)) || NUMBER.test(text) || NUMBER.test(drawn)) {
    const folded = wordsOfPage(facts);
    if (isTangible(facts, folded) && asksOfWords(folded).some((ask) => HARMFUL_ASKS.has(ask))) {
      return true;
    }
  }
  const { fields, packages } = unpackScript(facts.script);
  return (
    packages.length > 0 || fields.some((field) => TYPED_SECRETS.has(askOfField(field) ?? "phone"))
  );
}
