import { askOfField } from "./ask-kinds.ts";
import { TO_ACCOUNT } from "./ask-words.ts";
import type { PageFacts } from "./page-facts.ts";
import { wordsOfPage } from "./words-of-page.ts";

/** Characters up to which a page is read as a whole: those who press say little, and all of it. */
const SHORT = 2_600;
/** Characters of a longer one that come first, the sentence there to its end. */
const BEGINNING = 1_000;
/** Sentences before and after an account's number that go with it. */
const BESIDE = 3;

/**
 * What a reader has before the eyes where a page asks: all of a short page; of a longer one its beginning, its title, and
 * what stands around its fields and accounts. Conditions of use, questions and answers, reviews and headlines have threats
 * and gifts in them on any honest page (measured: of 130 honest pages of 4,000 characters, 19 pressed by the whole text).
 *
 * @param voice what the page says in its own voice, a sentence a line
 * @returns folded words (wordsOfPage)
 */
export function foreground(voice: string, facts: PageFacts): string {
  return wordsOfPage({
    ...facts,
    text: facts.text.length <= SHORT ? voice : nearAsks(voice, facts),
  });
}

function nearAsks(voice: string, { fields, forms }: PageFacts): string {
  const asking = new Set(
    fields.filter((field) => askOfField(field) !== null).map(({ form }) => form),
  );
  const around = [...asking].flatMap((index) => forms[index]?.around ?? []);
  const near = new Set<number>();
  const lines = voice.split("\n");
  let before = 0;
  lines.forEach((line, at) => {
    if (before < BEGINNING) near.add(at);
    before += line.length + 1;
    if (wordsOfPage({ title: "", drawn: "", text: line }).search(TO_ACCOUNT) < 0) return;
    for (let one = at - BESIDE; one <= at + BESIDE; one++) near.add(one);
  });
  return [...lines.filter((_, at) => near.has(at)), ...around].join("\n");
}
