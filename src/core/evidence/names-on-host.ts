import { foldLabel, foldText } from "../lookalike/fold.ts";
import type { PageFacts } from "./page-facts.ts";

const MOST_WORDS = 40;
const LONGEST_RUN = 6;

/** Words in a row from a page's names that one of the host's labels holds as well, and that label. */
export interface NameOnHost {
  run: string;
  words: readonly string[];
  label: string;
  /** Whether the name begins with them. */
  first: boolean;
}

/**
 * All names on a page's face that its host bears, by words in a row of at least `shortest` letters, the longest only: a
 * part of "Phú Quốc" is no name.
 */
export function* namesOnHost(
  names: readonly string[],
  host: string,
  shortest: number,
): Generator<NameOnHost> {
  for (const label of labelsOf(host))
    for (const name of names) {
      const words = wordsOf(name);
      for (let from = 0; from < words.length; from++) {
        let run = "";
        let to = from;
        while (to < words.length && to < from + LONGEST_RUN && label.includes(run + words[to]))
          run += words[to++];
        if (to === from || run.length < shortest) continue;
        yield { run, words: words.slice(from, to), label, first: from === 0 };
        from = to - 1;
      }
    }
}

/**
 * Whether a host has nothing to do with what its page calls itself: neither a word nor initials in common. Kits on
 * random names and in broken sites are so; honest sites are named after what they show.
 */
export function isUnrelated(
  { title, banner, closing, headings, marks }: PageFacts,
  host: string,
): boolean {
  const names = [title, banner, closing, ...headings, ...marks.map(({ text }) => text)];
  if (names.every((name) => name.trim() === "")) return false;
  if (!namesOnHost(names, host, 4).next().done) return false;
  const labels = labelsOf(host).filter((label) => label.length >= 3);
  return !names.some((name) => {
    const initials = wordsOf(name)
      .map((word) => word.charAt(0))
      .join("");
    return labels.some((label) => initials.includes(label));
  });
}

/** Under these within a country's domain names are registered: "co.uk", "edu.vn". */
const KINDS = /^(?:com?|net|org?|edu|gov?|ac|ne|info|biz|name|pro|health|int)$/;

/** Labels before the ending, letters and digits only. */
function labelsOf(host: string): string[] {
  const labels = host.split(".").slice(0, -1);
  if (labels.length > 1 && KINDS.test(labels.at(-1) ?? "")) labels.pop();
  return labels.map((label) => foldLabel(label).replace(/[^a-z0-9]/g, ""));
}

function wordsOf(name: string): string[] {
  return (
    foldText(name)
      .match(/[a-z0-9]+/g)
      ?.slice(0, MOST_WORDS) ?? []
  );
}
