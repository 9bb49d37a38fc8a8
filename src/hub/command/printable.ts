/**
 * Characters that could steer a terminal or hide what stands there: controls (C0, DEL, C1), directional marks
 * (UAX #9), zero-width characters, line and paragraph separators, tags, lone surrogates.
 */
const UNSAFE =
  /[\p{Cc}\p{Cs}\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** Text from a stranger, with nothing left that a terminal would obey: "\u{1b}[2J" instead of a cleared screen. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${codePoint(character)}}`);
}

/** JSON with the same characters written as JSON escapes, so that it stays the same JSON. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (character) =>
    [...Array(character.length).keys()]
      .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}
