/**
 * How a path is drawn. Two tones: the ink of the text around, and the accent.
 *
 *   line   ink, no fill          mark   accent, no fill
 *   paper  ink, filled as the page, so that it hides what lies behind
 *   tint   ink, filled in pale accent
 *   wash   pale accent without an outline
 *   solid  filled in accent      ink    filled in ink
 */
export type Tone = "line" | "mark" | "paper" | "tint" | "wash" | "solid" | "ink";

/** One path of a picture, in the order of painting. */
export interface Stroke {
  tone: Tone;
  /** SVG path data. */
  d: string;
  /** Where it lies and how large, if it is not drawn in place. */
  move?: { x: number; y: number; scale: number };
}

/** A drawing on a ground of 120 by 90. */
export type Picture = readonly Stroke[];

type Pen = (d: string) => Stroke;
const pen =
  (tone: Tone): Pen =>
  (d) => ({ tone, d });

export const line = pen("line");
export const mark = pen("mark");
export const paper = pen("paper");
export const tint = pen("tint");
export const wash = pen("wash");
export const solid = pen("solid");
export const ink = pen("ink");

/** Path of a circle. */
export function disc(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

/** Path of a box with round corners. */
export function box(x: number, y: number, w: number, h: number, r = 2): string {
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  return `M${x + r} ${y}h${w - 2 * r}${corner(r, r)}v${h - 2 * r}${corner(-r, r)}h${2 * r - w}${corner(-r, -r)}v${2 * r - h}${corner(r, -r)}z`;
}

/** Path of a speech bubble with its tail at the lower left. */
export function bubble(x: number, y: number, w: number, h: number): string {
  return `M${x + 4} ${y}h${w - 8}a4 4 0 0 1 4 4v${h - 8}a4 4 0 0 1-4 4h${16 - w}l-6 6v-6h-2a4 4 0 0 1-4-4v${8 - h}a4 4 0 0 1 4-4z`;
}

/** Moves strokes, which may have been moved already, to another place and size. */
export function at(x: number, y: number, strokes: Picture, scale = 1): Stroke[] {
  return strokes.map(({ tone, d, move }) => ({
    tone,
    d,
    move: {
      x: x + (move?.x ?? 0) * scale,
      y: y + (move?.y ?? 0) * scale,
      scale: (move?.scale ?? 1) * scale,
    },
  }));
}
