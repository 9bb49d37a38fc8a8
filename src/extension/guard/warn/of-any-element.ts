// A form lets its named children stand in for its own properties ("<input name=closest>"), also in the extension's world:
// whatever may be handed a form asks the prototypes, as collect/dom.ts does.
import { getter } from "../collect/dom.ts";

const ELEMENT = Element.prototype;
const HTML = HTMLElement.prototype;

export const isEditable = getter<HTMLElement, boolean>(HTML, "isContentEditable");
export const isAttached = getter<Node, boolean>(Node.prototype, "isConnected");
export const labelOf = getter<Element, string | null>(ELEMENT, "ariaLabel");

export const rootOf = (node: Node): Node => Node.prototype.getRootNode.call(node);

export const closest = (element: Element, selector: string): HTMLElement | null =>
  ELEMENT.closest.call(element, selector) as HTMLElement | null;

export const attributeOf = (element: Element, name: string): string | null =>
  ELEMENT.getAttribute.call(element, name);

export const boxOf = (element: Element): DOMRect => ELEMENT.getBoundingClientRect.call(element);

export const press = (element: HTMLElement): void => HTML.click.call(element);

export const focus = (element: HTMLElement): void => HTML.focus.call(element);

export const empty = (element: Element): void => ELEMENT.replaceChildren.call(element);
