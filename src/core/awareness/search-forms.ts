import { plainWords } from "../evidence/plain-words.ts";
import { foldText } from "../lookalike/fold.ts";
import type { Form } from "./form.ts";
import type { Text } from "./text.ts";

/** Finds forms of scam by what a person types, best first; all of them, in their order, for an empty query. */
export type FormSearch = (query: string) => Form[];

/** What a word is worth by where it stands. */
const NAME = 8;
const VICTIM = 6;
const LINE = 4;
const LESSON = 1;
/** What the beginning of a word counts, beside the whole word. */
const BEGUN = 0.5;
/** A form that fits less than this share of the best one is no answer. */
const WORTH_SHOWING = 0.47;

/**
 * Makes the index once. Diacritics, capitals and the short forms of chats ("ck", "stk") make no difference; the word
 * that is being typed counts by its beginning; words that stand in few forms count more, and so do two in a row.
 */
export function indexForms(forms: readonly Form[]): FormSearch {
  const indexed = forms.map((form) => ({ form, worth: worthOfTerms(form) }));
  const spread = new Map<string, number>();
  for (const { worth } of indexed) {
    for (const term of worth.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  }
  const rarity = (term: string) => Math.log(1 + forms.length / (spread.get(term) ?? forms.length));

  return (query) => {
    const words = wordsOf(query);
    if (words.length === 0) return [...forms];
    const last = words.at(-1) ?? "";
    const terms = [...words, ...pairs(words)];
    const begun = [...spread.keys()].filter(
      (term) => !term.includes(" ") && term !== last && term.startsWith(last),
    );
    const scored = indexed.map(({ form, worth }) => {
      const of = (term: string) => (worth.get(term) ?? 0) * rarity(term);
      const whole = terms.reduce((sum, term) => sum + of(term), 0);
      return { form, score: whole + BEGUN * Math.max(0, ...begun.map(of)) };
    });
    const best = Math.max(...scored.map(({ score }) => score));
    return scored
      .filter(({ score }) => score > 0 && score >= best * WORTH_SHOWING)
      .sort((a, b) => b.score - a.score)
      .map(({ form }) => form);
  };
}

function worthOfTerms(form: Form): Map<string, number> {
  const worth = new Map<string, number>();
  const add = (weight: number, ...texts: (Text | null)[]) => {
    for (const said of texts.flatMap((text) => (text === null ? [] : [text.vi, text.en]))) {
      const words = wordsOf(said);
      for (const term of [...words, ...pairs(words)]) {
        worth.set(term, Math.max(worth.get(term) ?? 0, weight));
      }
    }
  };
  add(NAME, form.name, form.official);
  for (const said of [...form.words.vi, ...form.words.en]) add(VICTIM, { vi: said, en: said });
  add(LINE, form.line);
  add(LESSON, ...form.how, ...form.signs, form.example.text, ...form.todo, ...form.late.more);
  return worth;
}

function wordsOf(text: string): string[] {
  return plainWords(foldText(text)).match(/[a-z0-9]+/g) ?? [];
}

function pairs(words: readonly string[]): string[] {
  return words.slice(1).map((word, i) => `${words[i]} ${word}`);
}
