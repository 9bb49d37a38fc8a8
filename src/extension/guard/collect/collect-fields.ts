import { CAPS, type PageFacts } from "../../../core/evidence/page-facts.ts";
import type { Resolve } from "./addresses.ts";
import { describeField } from "./describe-field.ts";
import {
  attribute,
  clippedText,
  elementBefore,
  isDetour,
  isElement,
  nameOf,
  parentOf,
  select,
} from "./dom.ts";
import { createMasking } from "./masking.ts";

/** What stands for a form where a page has none. */
const BOX = /^(?:div|section|fieldset|dialog|main)$/;
const NOT_TYPED = /^(?:submit|button|reset|image|checkbox|radio|range)$/;

/** @returns what notes the fields of a tree and their forms, and where they all are */
export function collectFields(
  facts: PageFacts,
  resolve: Resolve,
): (root: Document | DocumentFragment, where: PageFacts["fieldsOnlyIn"]) => void {
  const { fields, forms } = facts;
  const boxes: Element[] = [];
  const places = new Set<PageFacts["fieldsOnlyIn"]>();

  /** The form around a field, or the box that stands for one. */
  function formOf(field: Element): number {
    let up: Node | null = parentOf(field);
    let box: Element | null = null;
    for (let step = 0; step < 30 && up !== null && isElement(up); step++) {
      const name = nameOf(up);
      if (name === "form") {
        box = up;
        break;
      }
      if (step > 0 && step < 4 && box === null && BOX.test(name)) box = up;
      up = parentOf(up);
    }
    if (box === null) return -1;
    const known = boxes.indexOf(box);
    if (known >= 0 || boxes.length >= CAPS.forms) return known;
    boxes.push(box);
    const action = nameOf(box) === "form" ? attribute(box, "action", CAPS.address) : "";
    forms.push({
      action: action.startsWith("#") ? "" : resolve(action),
      around: `${clippedText(elementBefore(box), 160)} | ${clippedText(box, 300, isDetour)}`,
    });
    return forms.length - 1;
  }

  return (root, where) => {
    const elements = select(root, "input:not([type=hidden]),textarea,[contenteditable]");
    if (elements.length === 0) return;
    const isMasked = createMasking(root);
    for (const element of elements) {
      if (fields.length >= CAPS.fields) return;
      const field = describeField(element, root, isMasked(element), formOf(element));
      fields.push(field);
      if (NOT_TYPED.test(field.type)) continue;
      places.add(where);
      facts.fieldsOnlyIn = places.size === 1 ? where : "page";
    }
  };
}
