import { plainWords } from "../evidence/plain-words.ts";
import { foldText } from "../lookalike/fold.ts";
import type { Form } from "./form.ts";
import type { Text } from "./text.ts";

/**
 * Finds forms of scam by what a person types, best first; all of them, in their order, for an empty query.
 *
 * @param telling how many words of the query, or two in a row, must stand in a form's name, its line or the words of its victims, and in few
 *   other forms
 */
export type FormSearch = (query: string, telling?: number) => Form[];

/** What a word is worth by where it stands. */
const NAME = 8;
const VICTIM = 6;
const LINE = 4;
const LESSON = 1;
/** What the beginning of a word counts, beside the whole word. */
const BEGUN = 0.5;
/** What a word counts that is typed with other diacritics than it stands there: "thuế" for "thuê". */
const OTHER_MARKS = 0.3;
/** A form that fits less than this share of the best one is no answer. */
const WORTH_SHOWING = 0.47;
/** Nor is one in which nothing stands but a word that half of all forms have: "xin chào". */
const LEAST = 2;
/** Of a word or two that tell forms apart: they stand in no more than a fifth of them. */
const TELLING_RARITY = Math.log(1 + 5);

/**
 * Makes the index once. Whoever types diacritics means them, also where the tone stands on another vowel ("khoá");
 * without any, and in capitals or the short forms of chats ("ck", "stk"), all the same is found. The word that is being
 * typed counts by its beginning; words that stand in few forms count more, and so do two in a row.
 */
export function indexForms(forms: readonly Form[]): FormSearch {
  const folded = rankBy(forms, foldedWords);
  const marked = rankBy(forms, markedWords);

  return (query, telling = 0) => {
    if (foldedWords(query).length === 0) return [...forms];
    const isMarked = /[^\0-\x7f]/.test(query);
    const plain = folded(query);
    const exact = isMarked ? marked(query) : plain;
    const scored = forms.map((form) => ({
      form,
      score: isMarked ? exact.fit(form) + OTHER_MARKS * plain.fit(form) : plain.fit(form),
    }));
    const best = Math.max(...scored.map(({ score }) => score));
    return scored
      .filter(({ form }) => telling === 0 || exact.telling(form) >= telling)
      .filter(({ score }) => score >= Math.max(LEAST, best * WORTH_SHOWING))
      .sort((a, b) => b.score - a.score)
      .map(({ form }) => form);
  };
}

type Words = (text: string) => string[];

/** A query beside each form. */
interface Ranking {
  fit(form: Form): number;
  /** How many words of the query, and two in a row, say which form it is. */
  telling(form: Form): number;
}

/** Ranks forms over words as `wordsOf` gives them. */
function rankBy(forms: readonly Form[], wordsOf: Words): (query: string) => Ranking {
  const worths = new Map(forms.map((form) => [form, worthOfTerms(form, wordsOf)]));
  const spread = new Map<string, number>();
  for (const worth of worths.values()) {
    for (const term of worth.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  }
  const rarity = (term: string) => Math.log(1 + forms.length / (spread.get(term) ?? forms.length));

  return (query) => {
    const words = wordsOf(query);
    const terms = [...words, ...pairs(words)];
    const last = words.at(-1) ?? "";
    const begun = [...spread.keys()].filter(
      (term) => !term.includes(" ") && term !== last && term.startsWith(last),
    );
    const worthIn = (form: Form, term: string) => worths.get(form)?.get(term) ?? 0;
    return {
      fit(form) {
        const of = (term: string) => worthIn(form, term) * rarity(term);
        const whole = terms.reduce((sum, term) => sum + of(term), 0);
        return whole + BEGUN * Math.max(0, ...begun.map(of));
      },
      telling: (form) =>
        [...new Set(terms)].filter(
          (term) => worthIn(form, term) >= LINE && rarity(term) >= TELLING_RARITY,
        ).length,
    };
  };
}

function worthOfTerms(form: Form, wordsOf: Words): Map<string, number> {
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
  const { first, more } = form.late;
  add(LESSON, ...form.how, ...form.signs, form.example.text, ...form.todo, ...first, ...more);
  return worth;
}

function foldedWords(text: string): string[] {
  return plainWords(foldText(text)).match(/[a-z0-9]+/g) ?? [];
}

/** Words with their diacritics behind them, so that "khoá" and "khóa" are one. */
function markedWords(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .normalize("NFD")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => {
    const marks = (word.match(/\p{M}/gu) ?? []).sort().join("");
    return word.replace(/\p{M}/gu, "") + marks;
  });
}

function pairs(words: readonly string[]): string[] {
  return words.slice(1).map((word, i) => `${words[i]} ${word}`);
}
