import type { Banner, HoldWords } from "../../guard-orders.ts";
import { CARE, CARE_WASH, FIRST, letters, make, OTHER } from "./make.ts";

/** In normal letters, and in large ones. */
const WIDTHS = { normal: 420, large: 560 };
const GAP = 8;

export interface QuestionParts {
  box: HTMLElement;
  stop: HTMLElement;
  goOn: HTMLElement;
}

/** The question that holds what a person is about to hand over, right beside where it happens. */
export function makeQuestion(
  { title, text, goOn }: HoldWords,
  stop: string,
  { language, large }: Pick<Banner, "language" | "large">,
  beside: Element,
): QuestionParts {
  const width = large ? WIDTHS.large : WIDTHS.normal;
  const { left, top, bottom } = beside.getBoundingClientRect();
  const x = Math.max(GAP, Math.min(left, innerWidth - width - GAP));
  const below = bottom + GAP < innerHeight - 220;
  const y = below
    ? `top:${Math.max(GAP, bottom + GAP)}px`
    : `bottom:${Math.max(GAP, innerHeight - top + GAP)}px`;
  const heading = make("b", "display:block;font-size:1.25em;line-height:1.4", title);
  const stopButton = make("button", FIRST, stop);
  const goOnButton = make("button", OTHER, goOn);
  const box = make(
    "div",
    `position:fixed;left:${x}px;${y};width:${width}px;max-width:calc(100vw - ${2 * GAP}px);box-sizing:border-box;padding:16px;border:2px solid;border-radius:10px;background:${CARE_WASH};color:${CARE};${letters(large)}`,
    heading,
    make("p", "all:revert;margin:4px 0 12px", text),
    make("div", "display:flex;flex-wrap:wrap;gap:8px 12px", stopButton, goOnButton),
  );
  box.lang = language;
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-label", `${title} ${text}`);
  return { box, stop: stopButton, goOn: goOnButton };
}
