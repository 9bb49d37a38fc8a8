// How much room text takes, without a browser: the publisher lays out posters too. Widths are those of DejaVu Sans Bold,
// measured in Chromium 156: the widest face that a system is likely to show Vietnamese in, so that others leave room.

const NARROW = new Set("iljI|.,:;'’!");
const SLIM = new Set('tfr()[]-/"“”');
const WIDE = new Set("mwMW%@");
/** Regular letters in comparison with bold ones. */
const REGULAR = 0.91;

/** Width of a text in the unit of `size`, which is the height of its font. */
export function textWidth(text: string, size: number, bold = true): number {
  let ems = 0;
  for (const letter of text.normalize("NFD").replace(/\p{M}/gu, "")) {
    if (letter === " ") ems += 0.36;
    else if (NARROW.has(letter)) ems += 0.39;
    else if (SLIM.has(letter)) ems += 0.5;
    else if (WIDE.has(letter)) ems += 1.04;
    else ems += /\p{Lu}/u.test(letter) ? 0.84 : 0.69;
  }
  return ems * size * (bold ? 1 : REGULAR);
}

/** Cuts a text into lines of a width; words stay whole unless one alone is wider than a line. */
export function wrapText(text: string, size: number, width: number, bold = true): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
    while (textWidth(line, size, bold) > width && line.length > 1) {
      let cut = line.length - 1;
      while (cut > 1 && textWidth(line.slice(0, cut), size, bold) > width) cut--;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** A block of text of a page. Lengths in millimetres. */
export interface Block {
  text: string;
  size: number;
  width: number;
  /** Line height by size. */
  leading: number;
  bold?: boolean;
}

/** Heights of blocks that lie one below the other, gaps aside, with all sizes multiplied by `scale`. */
export function heightOf(blocks: readonly Block[], scale: number): number {
  return blocks.reduce((sum, { text, size, width, leading, bold = true }) => {
    const lines = wrapText(text, size * scale, width, bold).length;
    return sum + lines * size * scale * leading;
  }, 0);
}

/** The largest of the scales at which the blocks fit into a height; the smallest if none does. */
export function fittingScale(blocks: readonly Block[], height: number): number {
  const scales = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6];
  return scales.find((scale) => heightOf(blocks, scale) <= height) ?? 0.6;
}
