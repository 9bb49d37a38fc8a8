import { askRank } from "../../../core/evidence/is-asking.ts";
import { CAPS, type Field, type PageFacts } from "../../../core/evidence/page-facts.ts";
import type { Resolve } from "./addresses.ts";
import { describeField } from "./describe-field.ts";
import {
  attribute,
  clippedText,
  elementBefore,
  isDetour,
  isElement,
  isVisible,
  nameOf,
  parentOf,
  select,
} from "./dom.ts";
import { createMasking } from "./masking.ts";

/** What stands for a form where a page has none. */
const BOX = /^(?:div|section|fieldset|dialog|main)$/;
const NOT_TYPED = /^(?:submit|button|reset|image|checkbox|radio|range)$/;

/**
 * After so many, a description is not spent on a field that nobody can see; after ten times as many on none but passwords
 * that people see.
 */
const MOST_DESCRIBED = 1_000;

type Where = PageFacts["fieldsOnlyIn"];

/** A document, a shadow tree or a template. */
export interface Tree {
  root: Document | DocumentFragment;
  where: Where;
}

interface Candidate {
  order: number;
  element: Element;
  field: Field;
  where: Where;
}

/**
 * Gathers the fields of a page and their forms, and where they all are. Of more fields than there may be forms, those come
 * first that ask for most and that people can see, so that no flood of others hides them.
 */
export function collectFields(facts: PageFacts, resolve: Resolve) {
  const { fields, forms } = facts;
  const found: [Tree, NodeListOf<Element>][] = [];
  let count = 0;
  const boxes: Element[] = [];
  const places = new Set<Where>();

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

  return {
    find(tree: Tree): void {
      const elements = select(tree.root, "input:not([type=hidden]),textarea,[contenteditable]");
      if (elements.length > 0) found.push([tree, elements]);
      count += elements.length;
    },
    *describe(): Generator<void, void> {
      const isFlooded = count > CAPS.forms;
      /** Those of the same rank stand in the order of the page. */
      const ranks: Candidate[][] = [[], [], [], [], [], []];
      let order = 0;
      let unseen = 0;
      for (const [{ root, where }, elements] of found) {
        const isMasked = createMasking(root);
        for (const element of elements) {
          yield;
          let rank = 0;
          const masked = isMasked(element);
          if (isFlooded) {
            rank = Number(isVisible(element));
            const worth = rank + Number(masked || /^password$/i.test(attribute(element, "type")));
            if (worth < 2 && order > MOST_DESCRIBED * 10 ** worth) continue;
          }
          order++;
          const field = describeField(element, root, masked, -1);
          if (isFlooded) {
            if (rank === 0 && !NOT_TYPED.test(field.type)) unseen++;
            rank += 2 * askRank(field);
            if (rank > 4) facts.unseenBefore ??= unseen;
          }
          const same = ranks[rank] ?? [];
          if (same.length < CAPS.fields) same.push({ order, element, field, where });
        }
      }
      const chosen = ranks.reverse().flat().slice(0, CAPS.fields);
      for (const { element, field } of chosen) {
        field.form = formOf(element);
        yield;
      }
      chosen.sort((one, other) => one.order - other.order);
      for (const { field, where } of chosen) {
        fields.push(field);
        if (NOT_TYPED.test(field.type)) continue;
        places.add(where);
        facts.fieldsOnlyIn = places.size === 1 ? where : "page";
      }
    },
  };
}
