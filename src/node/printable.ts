/**
 * Characters that could steer a terminal or hide what stands there: controls, directional marks (UAX #9), line and
 * paragraph separators, lone surrogates, and whatever has no shape of its own, such as zero-width characters, fillers,
 * soft hyphens and tags (UAX #44, Default_Ignorable_Code_Point). The selector that gives emoji their colours may stay.
 */
const UNSAFE = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]--\ufe0f]/gv;

/** Text from a stranger, with nothing left that a terminal would obey: "\u{1b}[2J" instead of a cleared screen. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${codePoint(character)}}`);
}

/** JSON with the same characters written as JSON escapes, so that it stays the same JSON. */
export function printableJson(value: unknown): string {
  return printableOutput(JSON.stringify(value));
}

/** Lines of output, plain or JSON, in which a stranger's text may stand: all but the line ends is made harmless. */
export function printableOutput(text: string): string {
  return text.replace(UNSAFE, (character) =>
    character === "\n"
      ? character
      : [...Array(character.length).keys()]
          .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`)
          .join(""),
  );
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}
