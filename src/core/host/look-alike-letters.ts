/** Whose letter it is. "latin" means a Latin letter outside a–z; "marked" a letter a–z with a mark on it (ạ, é, ö). */
export type LetterScript = "cyrillic" | "greek" | "armenian" | "latin" | "marked";

/** Plain letters and digits in the place of others of a name: "0" for o, "rn" for m, "m" for n. */
export interface AsciiOddLetter {
  letter: string;
  looksLike: string;
  script: "digit" | "pair" | "swapped";
}

/** A letter that is not what it seems. */
export interface OddLetter {
  letter: string;
  /** The letter a–z that it is taken for. */
  looksLike: string;
  script: LetterScript;
}

/**
 * Lower-case letters that IDNA 2008 permits in host names (RFC 5892) and that common sans-serif faces draw like a
 * letter a–z. Letters a–z with a mark are found by decomposition instead. Pairs: letter, what it looks like.
 */
const LOOK_ALIKES: Record<Exclude<LetterScript, "marked">, string> = {
  cyrillic: "аa вb ьb сc ԁd еe ҽe ԍg һh іi јj кk ӏl мm пn оo рp ԛq гr ѕs тt цu ѵv ԝw шw хx уy үy",
  greek: "αa βb ϲc εe ηn ιi κk νv οo ρp σo τt υu ωw χx γy ϳj μu",
  armenian: "ցg հh օo ոn ռn ղn քp ւl զq գq սu տm աw յj",
  latin:
    "ɑa ɐa ƅb ɓb ƈc đd ɖd ɗd ǝe ɛe ƒf ɡg ɠg ħh ɦh ıi ɩi ɨi ȷj ƙk łl ƚl ɫl ɱm ɲn ŋn ɳn øo ɵo ƥp ʠq ɽr ʂs ŧt ƭt ɯw ʋv ʉu ʏy ƴy ƶz ʐz",
};

const ODD_LETTERS: ReadonlyMap<string, OddLetter> = new Map(
  (["cyrillic", "greek", "armenian", "latin"] as const).flatMap((script) =>
    LOOK_ALIKES[script].split(" ").flatMap((pair): [string, OddLetter][] => {
      const [letter, looksLike] = [...pair];
      return letter && looksLike ? [[letter, { letter, looksLike, script }]] : [];
    }),
  ),
);

/**
 * What a letter passes itself off as, or null if it is a plain ASCII character or resembles none.
 *
 * @param letter one code point in lower case
 */
export function oddLetter(letter: string): OddLetter | null {
  if (letter <= "\u007f") return null;
  const known = ODD_LETTERS.get(letter);
  if (known) return known;
  const [base, ...marks] = [...letter.normalize("NFD")];
  return base !== undefined && /^[a-z]$/.test(base) && marks.length > 0
    ? { letter, looksLike: base, script: "marked" }
    : null;
}
