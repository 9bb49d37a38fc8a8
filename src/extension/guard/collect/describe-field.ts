import type { Field } from "../../../core/evidence/page-facts.ts";
import {
  attribute,
  clippedText,
  isElement,
  matches,
  nameOf,
  nodeBefore,
  parentOf,
  select,
} from "./dom.ts";

const NEAR = 4;
const LONGEST_LABEL = 70;
const HINTS = "name id autocomplete placeholder data-placeholder title inputmode".split(" ");

/** A field as a person sees it: what it is called, and what stands beside it. */
export function describeField(
  element: Element,
  root: Document | DocumentFragment,
  masked: boolean,
  form: number,
): Field {
  const name = nameOf(element);
  const type = attribute(element, "type", 20).toLowerCase();
  return {
    type: name === "input" ? type || "text" : name === "textarea" ? "text" : "editable",
    hint: HINTS.map((one) => attribute(element, one, 60))
      .filter(Boolean)
      .join(" "),
    label: labelOf(element, root).replace(/\s+/g, " ").trim().slice(0, 120),
    masked: masked && type !== "password",
    // By itself or by its group; the legend of a disabled group stays in use.
    disabled: matches(element, ":disabled"),
    maxLength: Number.parseInt(attribute(element, "maxlength", 6), 10) || 0,
    form,
  };
}

function labelOf(element: Element, root: Document | DocumentFragment): string {
  const named = (by: string, selector: string) => {
    const name = attribute(element, by);
    const [label] = /^[\w-]+$/.test(name) ? select(root, `${selector}="${name}"]`) : [];
    return clippedText(label, 120);
  };
  const told =
    attribute(element, "aria-label") || named("aria-labelledby", "[id") || named("id", "label[for");
  if (told !== "") return told;
  let up: Node | null = parentOf(element);
  for (let step = 0; step < NEAR && up !== null && isElement(up); step++) {
    if (nameOf(up) === "label") return clippedText(up, 120);
    up = parentOf(up);
  }
  let before: Node | null = nodeBefore(element);
  for (let step = 0; step < 3 && before !== null; step++) {
    if (isElement(before) && /^(?:input|textarea|select|button)$/.test(nameOf(before))) return "";
    const text = clippedText(before, 120).trim();
    // A label is short; what is longer is the page's prose.
    if (text !== "") return text.length > LONGEST_LABEL ? "" : text;
    before = nodeBefore(before);
  }
  const parent = parentOf(element);
  const beside = parent !== null && isElement(parent) ? nodeBefore(parent) : null;
  if (beside === null || attribute(element, "placeholder") !== "") return "";
  const text = isElement(beside) && nameOf(beside) === "form" ? "" : clippedText(beside, 120);
  return text.length > LONGEST_LABEL ? "" : text;
}
