import type { Banner } from "../../guard-orders.ts";
import { CARE, CARE_WASH, FIRST, letters, make, OTHER } from "./make.ts";

/** The bar's parts that can be pressed. */
export interface BannerParts {
  bar: HTMLElement;
  presses: Map<Element, "real" | "leave" | "close-all" | "dismissed">;
}

const SVG = "http://www.w3.org/2000/svg";

/** The bar at the top of a page under warning: what it is, the way to the real site, and the way out. */
export function makeBanner({
  language,
  large,
  label,
  text,
  real,
  leave,
  closeAll,
  dismiss,
}: Banner): BannerParts {
  const presses: BannerParts["presses"] = new Map();
  const button = (words: string, style: string, press: "leave" | "close-all" | "dismissed") => {
    const made = make("button", style, words);
    made.type = "button";
    presses.set(made, press);
    return made;
  };
  const words = make("p", "all:revert;margin:0;flex:1;min-width:0", text);
  // Read out when it appears, without taking the focus from what the person is doing.
  words.setAttribute("role", "alert");
  const bar = make(
    "div",
    `position:relative;display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;box-sizing:border-box;min-height:56px;padding:4px 46px 3px 16px;background:${CARE_WASH};color:${CARE};${letters(large)}border-bottom:1px solid`,
    // Where there is little room, the buttons go below these two, which stay beside each other.
    make(
      "div",
      "display:flex;align-items:center;gap:12px;flex:1 1 20em;min-width:0",
      mark(),
      words,
    ),
  );
  bar.lang = language;
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", label);
  if (real !== null) {
    const link = make(
      "a",
      `${FIRST}display:inline-flex;align-items:center;box-sizing:border-box;text-decoration:none`,
      real.label,
    );
    link.href = real.url;
    presses.set(link, "real");
    bar.append(link);
  }
  bar.append(button(leave, real === null ? FIRST : OTHER, "leave"));
  if (closeAll !== null) bar.append(button(closeAll, OTHER, "close-all"));
  const close = button(
    "✕",
    `${OTHER}position:absolute;top:6px;right:1px;border:0;min-width:44px;padding:0`,
    "dismissed",
  );
  close.setAttribute("aria-label", dismiss);
  close.title = dismiss;
  bar.append(close);
  return { bar, presses };
}

/** The mark for care: a triangle with its sign. */
function mark(): SVGElement {
  const draw = (name: string, attributes: Record<string, string>) => {
    const element = document.createElementNS(SVG, name) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const svg = draw("svg", {
    width: "32",
    height: "32",
    viewBox: "0 0 32 32",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "2.5",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    "aria-hidden": "true",
  });
  svg.style.flex = "none";
  svg.append(draw("path", { d: "M16 4 29.5 27.5h-27ZM16 12.500v7M16 23.5v.1" }));
  return svg;
}
