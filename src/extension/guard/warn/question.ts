import type { Banner, HoldWords } from "../../guard-orders.ts";
import { after } from "../timers.ts";
import { CARE, CARE_WASH, FIRST, letters, make, OTHER } from "./make.ts";
import { boxOf } from "./of-any-element.ts";

/** In normal letters, and in large ones. */
const WIDTHS = { normal: 420, large: 560 };
const GAP = 8;

export interface QuestionParts {
  box: HTMLElement;
  stop: HTMLElement;
  goOn: HTMLElement;
  /**
   * Whether a click on `goOn` is one that the person meant for it.
   *
   * @param seenFor milliseconds for which the question could be seen whole
   */
  isDeliberate(click: Event, seenFor: number): boolean;
}

/** Milliseconds in which nobody reads the question: a page may have made people press where its button appears. */
const READING_TIME = 1_500;
/** Sooner after it appears, in milliseconds, the pointer has not moved onto a button: the button has come to lie under it. */
const MOVING_TIME = 300;

/** The question that holds what a person is about to hand over. */
export function makeQuestion(
  { title, text, goOn }: HoldWords,
  stop: string,
  { language, large }: Pick<Banner, "language" | "large">,
): QuestionParts {
  const width = large ? WIDTHS.large : WIDTHS.normal;
  const heading = make("b", "display:block;font-size:1.25em;line-height:1.4", title);
  const stopButton = make("button", FIRST, stop);
  const goOnButton = make("button", OTHER, goOn);
  const box = make(
    "div",
    `width:${width}px;max-width:calc(100vw - ${2 * GAP}px);max-height:calc(100vh - ${2 * GAP}px);overflow:auto;box-sizing:border-box;padding:16px;border:2px solid;border-radius:10px;background:${CARE_WASH};color:${CARE};${letters(large)}`,
    heading,
    make("p", "all:revert;margin:4px 0 12px", text),
    make("div", "display:flex;flex-wrap:wrap;gap:8px 12px", stopButton, goOnButton),
  );
  box.lang = language;
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-label", `${title} ${text}`);
  return { box, stop: stopButton, goOn: goOnButton, isDeliberate: disarmed(goOnButton) };
}

/**
 * Keeps a button from being pressed by a double click, or a press that was meant for what lay there before: for a while it
 * takes nothing, and a pointer that it appeared under must first leave it.
 */
function disarmed(button: HTMLElement): QuestionParts["isDeliberate"] {
  const shown = performance.now();
  let movedOnto = false;
  button.ariaDisabled = "true";
  button.style.opacity = "0.55";
  after(READING_TIME, () => {
    button.ariaDisabled = "false";
    button.style.opacity = "";
  });
  button.addEventListener("pointerenter", () => {
    movedOnto = performance.now() - shown > MOVING_TIME;
  });
  return (click, seenFor) => {
    if (seenFor < READING_TIME) return false;
    // Keys, and helps for people who can't use a pointer, press without one.
    const { detail } = click as MouseEvent;
    return detail === 0 || (detail === 1 && movedOnto);
  };
}

/** A place right below or above where the question belongs, and in any case where all of it can be seen. */
export function placeBeside(
  { offsetWidth, offsetHeight }: HTMLElement,
  beside: Element,
): [left: number, top: number] {
  const { left, top, bottom } = boxOf(beside);
  const below = bottom + GAP;
  const y = below + offsetHeight < innerHeight ? below : top - GAP - offsetHeight;
  return [within(left, innerWidth - offsetWidth), within(y, innerHeight - offsetHeight)];
}

/** A place from the window's edge to the last one at which there is room. */
const within = (wanted: number, last: number) => Math.max(GAP, Math.min(wanted, last - GAP));
