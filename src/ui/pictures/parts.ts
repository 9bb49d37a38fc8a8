import { box, disc, ink, line, mark, type Picture, paper, solid, tint } from "./pen.ts";

// What returns in several pictures. Each is drawn from its own upper left corner, or about its centre where it says so.

/** 30 × 54. */
export const phone: Picture = [paper(box(0, 0, 30, 54, 5)), line("M12 4.5h6M11 49.5h8")];

/** 64 × 48, with its bar of 11. */
export const browser: Picture = [
  paper(box(0, 0, 64, 48, 4)),
  line("M0 11h64"),
  ink(`${disc(6, 5.5, 1.3)}${disc(11, 5.5, 1.3)}`),
  mark("M19 5.5h38"),
];

/** 72 × 48. */
export const laptop: Picture = [paper(box(6, 0, 60, 40, 4)), tint("M0 42h72l-4 6H4z")];

/** 24 × 30. */
export const sheet: Picture = [
  paper("M2 0h15l7 7v21a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2z"),
  line("M17 0v7h7"),
];

/** 30 × 20. */
export const envelope: Picture = [paper(box(0, 0, 30, 20)), line("M1 2l14 10L29 2")];

/** 30 × 20. */
export const bankCard: Picture = [tint(box(0, 0, 30, 20, 3)), ink("M0 5h30v4H0z"), line("M4 15h9")];

/** 28 × 16. */
export const banknote: Picture = [
  tint(box(0, 0, 28, 16)),
  line(`${disc(14, 8, 4)}M4 4v.01M24 12v.01`),
];

/** About its centre, radius 8: a coin with the sign of the đồng. */
export const coin: Picture = [
  tint(disc(0, 0, 8)),
  line(`${disc(-0.5, 1, 2.6)}M2.1-5v8.6M-.2-3.2h4.2M-3 6h6`),
];

/** Head about its centre, shoulders down to 26. */
export const person: Picture = [paper("M-15 26c0-9 6-14 15-14s15 5 15 14z"), paper(disc(0, 0, 9))];

/** For a head of radius 9: about the head's centre. */
export const policeCap: Picture = [
  tint("M-9.5-4l-3-5c4-4 8-5.5 12.5-5.5s8.5 1.5 12.5 5.5l-3 5z"),
  solid("M-10-4q10-4 20 0q-10 5-20 0z"),
  ink(disc(0, -9.5, 1.5)),
];

/** About its centre, 24 wide: the false face. */
export const mask: Picture = [
  solid(
    "M-12-4c4-2 9-1.5 12 .5c3-2 8-2.5 12-.5c0 5-3 9-7 9c-2.5 0-4-1.5-5-3.5c-1 2-2.5 3.5-5 3.5c-4 0-7-4-7-9z",
  ),
  // Holes for the eyes.
  { tone: "paper", d: `${disc(-5.5, -0.5, 1.7)}${disc(5.5, -0.5, 1.7)}` },
];

/** Hangs from its upper end: a fish hook, 20 deep. */
export const hook: Picture = [mark("M0 0v14a6 6 0 0 1-12 0v-3l-3 3.5M-12 11l3 3.5")];

/** About the middle of its body's upper edge. */
export const padlock: Picture = [
  line("M-5 0v-5a5 5 0 0 1 10 0v5"),
  tint(box(-8.5, 0, 17, 14, 3)),
  ink(`${disc(0, 6, 1.8)}M-.8 6h1.6l.6 4h-2.8z`),
];

/** 28 × 24. */
export const parcel: Picture = [tint(box(0, 0, 28, 24)), line("M0 8h28M11 0v8M17 0v8")];

/** 24 × 24. */
export const qrCode: Picture = [
  paper(box(0, 0, 24, 24, 2)),
  line("M4 4h5v5H4zM15 4h5v5h-5zM4 15h5v5H4z"),
  ink(
    "M12 4h1.5v3H12zM12 9h3v1.5h-3zM4 11.5h3V13H4zM9 11.5h4V13H9zM15 12h5v1.5h-5zM12 15h2v2h-2zM16 15h1.5v3H16zM12 18.5h3V20h-3zM18.5 17H20v3h-1.5z",
  ),
];

/** About its centre. */
export const heart: Picture = [
  solid("M0 9C-7 3-10 0-10-4a5 5 0 0 1 10-1.5A5 5 0 0 1 10-4c0 4-3 7-10 13z"),
];

/** About its centre. */
export const bolt: Picture = [solid("M3-10l-9 12h5l-2 8 9-12h-5z")];

/** About its centre: medicine's cross. */
export const cross: Picture = [solid("M-2.5-7h5v4.5H7v5H2.5V7h-5V2.5H-7v-5h4.5z")];

/** About its centre: an aeroplane from the side. */
export const aeroplane: Picture = [
  tint("M-18 2l7-2-3-7h3l7 7h5l-5-10h4l9 10h6c3 0 5 1 5 2s-2 2-5 2H-14z"),
];

/** 38 × 20: a car. */
export const car: Picture = [
  tint("M0 16V9l5-1 6-8h13l6 8 6 2c1.5.5 2 1 2 3v3z"),
  line("M12 8l4-5h3v5zM22 3l4 5h-4"),
  paper(`${disc(9, 16, 4)}${disc(28, 16, 4)}`),
];

/** About its centre: an insect, the sign of a program that does harm. */
export const bug: Picture = [
  line("M-6-3l-5-3M-6 1h-6M-6 5l-5 3M6-3l5-3M6 1h6M6 5l5 3M-2-7l-2-4M2-7l2-4"),
  solid("M0-8c4 0 6 4 6 8s-2 9-6 9-6-5-6-9 2-8 6-8z"),
];

/** From its tip: the arrow that follows the mouse. */
export const cursor: Picture = [ink("M0 0l13 8-6 1.5L4 15z")];

/** 14 long, to the right. */
export const arrow: Picture = [mark("M0 0h14M9-5l5 5-5 5")];

/** About its centre: two links of a chain, 30 wide. */
export const chain: Picture = [
  mark("M-2 0h-7a5 5 0 0 1 0-10h5a5 5 0 0 1 5 5"),
  mark("M2-10h7a5 5 0 0 1 0 10H4a5 5 0 0 1-5-5"),
];

/** About its centre. */
export const star: Picture = [
  solid("M0-7l2 4.5 5 .5-3.8 3.3L4.4 6 0 3.5-4.4 6l1.2-4.7L-7-2l5-.5z"),
];

/** From its tip. */
export const mapPin: Picture = [
  solid("M0 0c-6-8-9-12-9-16a9 9 0 0 1 18 0c0 4-3 8-9 16z"),
  { tone: "paper", d: disc(0, -16, 3) },
];

/** About its centre, to be put in a bubble. */
export const question: Picture = [mark("M-3-3.5a3.2 3.2 0 1 1 4.5 3C.3 0 0 .8 0 2M0 5v.01")];
export const alarm: Picture = [mark("M0-5v6M0 5v.01")];
