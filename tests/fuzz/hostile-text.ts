import type { Random } from "../bench/random.ts";

/**
 * A text as an attacker builds it: parts repeated side by side until it is as long as it may be. Small, so that a finding
 * can be kept and made longer or shorter.
 */
export interface Recipe {
  parts: readonly string[];
  /** What comes last, which often makes all that was matched before it fail. */
  suffix: string;
}

/** What makes readers work: runs, brackets, quotes, numbers, signs that nobody sees, several alphabets, mark-up, code. */
const ATOMS: readonly string[] = [
  ..."0 1 9 a Z x _ - . , ; : / \\ | ? ! # % & * + = @ ~ ^ $ ' \" ` ( ) [ ] { } < > “ ” « »".split(
    " ",
  ),
  ..."0, 1. 000 12 0912 +84 84 1900 1800 1.500.000 0000 97 4111 50k 5tr5 5tr 1a a1 0x a.b. d3 15/".split(
    " ",
  ),
  ..."\"\" '' `` [' '], [[ ]] (( {{ }} /* */ // \\\\ \\\" \\x41 \\u0041 %41 %2e &amp; &#x41; -- == => ...".split(
    " ",
  ),
  ...'<h1> <h1< </h1> <b> <input <input> <p> </p> <!-- --> <form <a =.apk ="x.apk" type= name=" =" href=\''.split(
    " ",
  ),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code as a page holds it
  ..."atob( eval( .join('') ].join('') [...\" ${P} P='aa' fetch( ;fetch( .src= document.title= _0xabc = QUFB PHA+ ".split(
    " ",
  ),
  ..."http:// https://a h**p:// hxxp:// www. a.vn xn-- xn--a [.] (dot) .com .vn/ a@b ?q= &url= 1.2.3.4 :// //".split(
    " ",
  ),
  " ",
  "  ",
  "\t",
  "\n",
  "\r\n",
  "\u00a0",
  "\u2028",
  " . ",
  ", ",
  " - ",
  "\n\n",
  "a\n",
  "a ",
  "1 ",
  " 1",
  "- ",
  "n.",
  "\u0301",
  "a\u0301",
  "e\u0302\u0301",
  "\u200b",
  "a\u200b",
  "\u202e",
  "\u2066",
  "\ufeff",
  "\u00ad",
  "\u034f",
  "\u200d",
  "đ",
  "ậ",
  "Ậ",
  "а",
  "ο",
  "ｖ",
  "０",
  "𝟎",
  "𝐚",
  "ﷺ",
  "ﬃ",
  "㍿",
  "İ",
  "ß",
  "ſ",
  "😀",
  "👩‍👩‍👧",
  "\ud800",
  "\udc00",
  "\0",
  "00020101",
  "6304",
  "5303704",
  "38540010A000000727",
];

/** @param words of the trade, as the expressions of the product hold them; seeds texts as they come */
export function createRecipes(words: readonly string[], seeds: readonly string[]) {
  function piece(random: Random): string {
    const kind = random.below(10);
    if (kind < 4 || words.length === 0) return random.pick(ATOMS);
    if (kind < 8)
      return random.pick(words) + random.pick(["", " ", " ", ".", ", ", "\n", ":", "="]);
    if (kind < 9 || seeds.length === 0) return random.pick(ATOMS).repeat(1 + random.below(60));
    const seed = random.pick(seeds);
    const from = random.below(seed.length);
    return seed.slice(from, from + 1 + random.below(120));
  }
  return (random: Random): Recipe => {
    const parts = Array.from({ length: 1 + random.below(3) }, () =>
      Array.from({ length: 1 + random.below(4) }, () => piece(random)).join(""),
    );
    return { parts, suffix: random.below(2) === 0 ? "" : piece(random) };
  };
}

/** The text of a recipe, its parts repeated up to `length` UTF-16 code units. */
export function cook({ parts, suffix }: Recipe, length: number): string {
  const share = Math.floor((length - suffix.length) / Math.max(1, parts.length));
  const whole = parts.map((part) =>
    part
      .repeat(Math.ceil(Math.max(0, share) / Math.max(1, part.length)))
      .slice(0, Math.max(0, share)),
  );
  return (whole.join("") + suffix).slice(0, length);
}

/** Words in the sources of expressions: what a reader looks for is what an attacker writes. */
export function wordsOf(sources: readonly string[]): string[] {
  const words = new Set<string>();
  for (const source of sources) {
    const plain = source.replace(
      /\\[bBdDwWsSnt]|\\u[0-9a-f]{4}|\\p\{\w+\}|\(\?[<!=:]+|\{\d*,?\d*\}/gi,
      "\0",
    );
    for (const [word] of plain.matchAll(/[\p{L}][\p{L} -]{1,24}/gu)) words.add(word.trim());
  }
  return [...words];
}
