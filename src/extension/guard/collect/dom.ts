// Forms and documents let their named children stand in for properties ("<input name=action>"), also in the extension's
// own world. So properties are read by the prototypes' own accessors, never from the object.

const DOCUMENT = Document.prototype;
const ELEMENT = Element.prototype;
const NODE = Node.prototype;
const attributeOf = ELEMENT.getAttribute;
const hasAttributesOf = ELEMENT.hasAttributes;
const allOf = DOCUMENT.querySelectorAll;
const walkerFor = DOCUMENT.createTreeWalker;
const isVisibleOf = ELEMENT.checkVisibility;
const matchesOf = ELEMENT.matches;
const boxOf = ELEMENT.getBoundingClientRect;

/** Bound, so that no function of ours runs between: they are called for every node of a page. */
export function getter<T extends object, V>(prototype: T, name: keyof T): (of: object) => V {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return get === undefined
    ? (of) => Reflect.get(prototype, name, of) as V
    : Function.prototype.call.bind(get);
}

const typeOf = getter<Node, number>(NODE, "nodeType");
export const parentOf = getter<Node, Node | null>(NODE, "parentNode");
export const dataOf = getter<CharacterData, string>(CharacterData.prototype, "data");
const contentOf = getter<Element, string | null>(ELEMENT, "textContent");

/** All text of an element, or of a text node. */
export function textOf(node: Node): string {
  return isElement(node) ? (contentOf(node) ?? "") : dataOf(node);
}

export const nameOf = getter<Element, string>(ELEMENT, "localName");
export const elementBefore = getter<Element, Element | null>(ELEMENT, "previousElementSibling");
export const elementAfter = getter<Element, Element | null>(ELEMENT, "nextElementSibling");
export const nodeBefore = getter<Node, Node | null>(NODE, "previousSibling");

/** The attribute as written, clipped; empty if there is none. */
export function attribute(element: Element, name: string, most = 200): string {
  return attributeOf.call(element, name)?.slice(0, most) ?? "";
}

export function has(element: Element, name: string): boolean {
  return attributeOf.call(element, name) !== null;
}

/** True for an element without any attribute: most of a large page, and nothing to be read from it. */
export function isBare(element: Element): boolean {
  return !hasAttributesOf.call(element);
}

export function isElement(node: Node): node is Element {
  return typeOf(node) === 1;
}

/** Elements of a document, a shadow tree or an element by selector. */
export function select(
  root: Document | DocumentFragment | Element,
  selector: string,
): NodeListOf<Element> {
  return typeOf(root) === 9
    ? allOf.call(root as Document, selector)
    : (root as DocumentFragment | Element).querySelectorAll(selector);
}

export const matches = (element: Element, selector: string): boolean =>
  matchesOf.call(element, selector);

const VISIBILITY = { opacityProperty: true, visibilityProperty: true };
/** The smallest field that people can find, in CSS pixels each way. */
const LEAST_SIDE = 5;

/** Whether people can see the element, on some part of its document. Asks for styles and layout. */
export function isVisible(element: Element): boolean {
  if (!isVisibleOf.call(element, VISIBILITY)) return false;
  const { width, height, right, bottom } = boxOf.call(element);
  return Math.min(width, height, right + scrollX, bottom + scrollY) >= LEAST_SIDE;
}

/** Names of elements, to be looked up in: an expression would have to be compiled in every page. */
export const namesOf = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Over elements and texts; any document walks trees of all others. */
export function walkerOf(root: Node): TreeWalker {
  return walkerFor.call(document, root, 1 | 4);
}

/** Moves on without going into the current node. */
export function nextBeside(walker: TreeWalker): Node | null {
  for (;;) {
    const beside = walker.nextSibling();
    if (beside !== null) return beside;
    if (walker.parentNode() === null) return null;
  }
}

const IN_WORDS = ":is(b,em,font,i,span)[style]";
/** What leaves no gap either. */
const UNSEEN = /display:\s*none|font-size:\s*0(?![.\d])/i;

/** Letters that nobody sees, put into words to break them up for whoever reads without eyes. */
export function isDecoy(element: Element): boolean {
  return (
    matches(element, IN_WORDS) &&
    UNSEEN.test(attribute(element, "style")) &&
    // Asks for styles: what the attribute says may be outdone by what it says after that.
    (!isVisibleOf.call(element) || getComputedStyle(element).fontSize === "0px")
  );
}

/** What holds no words that people read there. */
export const SILENT = namesOf("canvas noscript script select style template title");

const isButton = (element: Element | null) => element !== null && nameOf(element) === "button";

/** Links, and buttons that lead elsewhere than to what a form is for or of which one is to be chosen. */
export const isDetour = (element: Element): boolean =>
  nameOf(element) === "a" ||
  (isButton(element) &&
    (attribute(element, "type", 6) === "button" ||
      isButton(elementBefore(element)) ||
      isButton(elementAfter(element))));

/**
 * Words of a node up to a length, without scripts and styles. Costs no more than what it gives.
 *
 * @param omit what else to leave out
 */
export function clippedText(
  node: Node | null | undefined,
  most: number,
  omit?: (element: Element) => boolean,
): string {
  if (!node) return "";
  if (!isElement(node)) return textOf(node).slice(0, most);
  const walker = walkerOf(node);
  let text = "";
  let steps = 0;
  let at = walker.nextNode();
  while (at !== null && text.length < most && ++steps < 400) {
    if (isElement(at)) {
      if (SILENT.has(nameOf(at)) || isDecoy(at) || omit?.(at)) {
        at = nextBeside(walker);
        continue;
      }
      if (text !== "" && !text.endsWith(" ")) text += " ";
    } else {
      text += textOf(at).slice(0, most - text.length);
    }
    at = walker.nextNode();
  }
  return text.trim();
}
