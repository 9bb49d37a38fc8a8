import { askOfField, asksForDigits, TYPED_SECRETS } from "../../../core/evidence/ask-kinds.ts";
import type { Field } from "../../../core/evidence/page-facts.ts";
import type { Held } from "../../guard-orders.ts";
import { PACKAGE } from "../collect/collect-links.ts";
import { describeField } from "../collect/describe-field.ts";
import { attribute, isElement, nameOf, parentOf, textOf } from "../collect/dom.ts";
import { make } from "./make.ts";
import {
  attributeOf,
  closest,
  empty,
  focus,
  isAttached,
  isEditable,
  labelOf,
  press,
  rootOf,
} from "./of-any-element.ts";

/** What a person is about to hand over by an event, and how it goes on if that is what the person wants. */
export interface Harm {
  held: Held;
  /** Where it would go, as far as that can be told: what a person agrees to for one is asked again for another. */
  target: string;
  /** Where the question belongs. */
  beside: Element;
  /** False for what only leads there, as the press before a click: it is stopped without a question. */
  asks: boolean;
  /** Takes back what could not be kept from happening. */
  undo?(): void;
  goOn(): void;
}

/** Digits of an account number, however they are grouped. */
const ACCOUNT = /\d(?:[ .-]?\d){7,}/;
const COPIES = /sao chép|chép|copy/i;
const FIELD = "input,textarea,select,option,label,[contenteditable]";
const BUTTON =
  "button,input[type=submit],input[type=image],input[type=button],[role=button],[onclick],a";

type Input = HTMLInputElement | HTMLTextAreaElement;

/** Tells what an event would hand over; null for the harmless. */
export function harmOf(
  event: Event,
  shadowRootOf: (element: Element) => ShadowRoot | null,
): Harm | null {
  const target = innermost(event, shadowRootOf);
  if (target === null) return null;
  if (bringsText(event)) return ofTyping(target, event);
  switch (event.type) {
    case "submit":
      return ofSubmit(target as HTMLFormElement, event as SubmitEvent);
    case "copy":
      return ofCopy(target);
    case "keydown":
      return ofKey(target, event as KeyboardEvent);
    case "click":
    case "mousedown":
    case "mouseup":
    case "pointerdown":
    case "pointerup":
      return ofPress(target, event.type === "click");
    default:
      return null;
  }
}

/**
 * Where an event happens, in closed shadow trees too, where its path ends at the host. By the node's own type: an element
 * that comes from the document of a frame is none of this one's classes.
 */
function innermost(
  event: Event,
  shadowRootOf: (element: Element) => ShadowRoot | null,
): Element | null {
  let [target] = event.composedPath();
  // The last one is the window.
  while (target !== undefined && target !== window && isElement(target as Node)) {
    const root = shadowRootOf(target as Element);
    const inner =
      event instanceof MouseEvent
        ? root?.elementFromPoint(event.clientX, event.clientY)
        : root?.activeElement;
    if (!inner || inner === target || rootOf(inner) !== root) return target as Element;
    target = inner;
  }
  return null;
}

/** True for an event by which a page learns a character or a text: of a key, an input method, what is pasted or dropped. */
function bringsText(event: Event): boolean {
  if (event instanceof KeyboardEvent) {
    const { key, ctrlKey, altKey, metaKey } = event;
    // "AltGr" is told as both; a key that an input method takes still tells which it is.
    return /^(?:.|Process|Unidentified|Dead)$/su.test(key) && !metaKey && ctrlKey === altKey;
  }
  // What a browser fills in by itself, the page was given before.
  if (event instanceof InputEvent)
    return /^insert(?!Replacement|LineBreak|Paragraph)/.test(event.inputType);
  return /^(?:composition|paste|drop)/.test(event.type);
}

/**
 * Tells what a script is about to hand over by the way that the page goes: a form that nobody pressed, a secret in the
 * address, a package.
 *
 * @param pressed what the person pressed last; null if nothing
 */
export function harmOfNavigation(
  { cancelable, destination: { url }, downloadRequest, formData }: NavigateEvent,
  pressed: Element | null,
): Harm | null {
  if (!cancelable) return null;
  const beside = pressed && isAttached(pressed) ? pressed : document.documentElement;
  const goOn = () => {
    const link = make("a", "");
    link.href = url;
    if (downloadRequest !== null) link.download = downloadRequest;
    link.click();
  };
  if (PACKAGE.test(url) || PACKAGE.test(downloadRequest ?? ""))
    return { held: "package", target: url, beside, asks: true, goOn };
  const field = filledSecret(document, () => true);
  if (formData !== null)
    // The form is gone by then: whoever wants to send it presses again.
    return {
      held: "secret",
      target: placeOf(url),
      beside: field ?? beside,
      asks: true,
      goOn: () => undefined,
    };
  const carries = field !== undefined && isIn(new URL(url).search, field.value);
  return carries ? { held: "secret", target: placeOf(url), beside: field, asks: true, goOn } : null;
}

/** An address without what differs from one request to the next. */
const placeOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? "";

/**
 * Where a form is sent to; empty where a script alone decides.
 *
 * @param by the button that sends it, which may name another place
 */
function targetOf(form: HTMLFormElement | null, by?: Element | null): string {
  if (form === null) return "";
  const action = (by ? attributeOf(by, "formaction") : null) ?? attributeOf(form, "action") ?? "";
  return placeOf(
    URL.canParse(action, document.baseURI) ? new URL(action, document.baseURI).href : action,
  );
}

/** Whether an address carries what was typed; fewer characters stand in any address by chance. */
function isIn(search: string, typed: string): boolean {
  return typed.length > 3 && search.includes(encodeURIComponent(typed));
}

function ofSubmit(form: HTMLFormElement, event: SubmitEvent): Harm | null {
  const field = filledSecret(rootOf(form), (one) => one.form === form);
  if (field === undefined) return null;
  const goOn = () => HTMLFormElement.prototype.requestSubmit.call(form, event.submitter);
  const target = targetOf(form, event.submitter);
  return { held: "secret", target, beside: field, asks: true, goOn };
}

/**
 * Scripts of a page read each character as it is typed, so that the first one is held: in a field for secrets, and in
 * none at all, where a page may draw its own.
 */
function ofTyping(target: Element, event: Event): Harm | null {
  const field =
    closest(target, "input,textarea") ??
    (isEditable(target as HTMLElement) ? closest(target, "[contenteditable]") : null);
  // Without a field, a blank scrolls the page.
  const isHeld = field === null ? (event as KeyboardEvent).key !== " " : takesSecret(field);
  if (!isHeld) return null;
  return {
    held: "secret",
    target: isInput(field) ? targetOf(field.form) : "",
    beside: field ?? target,
    // Others only repeat what came before.
    asks: !/^key(?:up|press)|^composition(?:update|end)/.test(event.type),
    // What was composed is there before any event can be cancelled.
    undo() {
      if (event.type !== "input") return;
      if (isInput(field)) field.value = "";
      else if (field !== null) empty(field);
    },
    // The person types again.
    goOn: () => field && focus(field),
  };
}

/** Whether a field is one for a secret, or a box for a digit of one. */
function takesSecret(field: Element): boolean {
  const root = rootOf(field);
  if (!isInput(field) || field.maxLength !== 1) return isForSecret(describe(field, root));
  return secretsIn(root, (one) => one.form === field.form).includes(field);
}

function ofKey(target: Element, { key }: KeyboardEvent): Harm | null {
  if (!isInput(target) || key !== "Enter") return null;
  const { form } = target;
  const field = filledSecret(rootOf(target), (one) => one.form === form);
  if (field === undefined) return null;
  const goOn = () => {
    if (form !== null) HTMLFormElement.prototype.requestSubmit.call(form);
  };
  return { held: "secret", target: targetOf(form), beside: field, asks: true, goOn };
}

function ofPress(target: Element, asks: boolean): Harm | null {
  const button = closest(target, BUTTON) ?? pressable(target);
  if (button === null) return null;
  const goOn = () => press(button);
  if (isLink(button) && (PACKAGE.test(button.href) || PACKAGE.test(button.download))) {
    return { held: "package", target: button.href, beside: button, asks, goOn };
  }
  const account = COPIES.test(nameOfButton(button)) ? ACCOUNT.exec(around(button)) : null;
  if (account !== null) return { held: "account", target: account[0], beside: button, asks, goOn };
  // A link that leads to another page hands nothing over.
  if (
    isLink(button) &&
    /^https?:/.test(button.href) &&
    !attributeOf(button, "href")?.startsWith("#")
  )
    return null;
  const form = closest(button, "form") as HTMLFormElement | null;
  const field = filledSecret(rootOf(button), (one) => one.form === form);
  if (field === undefined) return null;
  return { held: "secret", target: targetOf(form, button), beside: field, asks, goOn };
}

function ofCopy(target: Element): Harm | null {
  const picked = isInput(target)
    ? target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0)
    : String(getSelection());
  const account = ACCOUNT.exec(picked);
  if (account === null) return null;
  // What was picked still is: the person copies again.
  return {
    held: "account",
    target: account[0],
    beside: target,
    asks: true,
    goOn: () => undefined,
  };
}

/** The fields of this form, or outside of all, that hold a secret, and boxes for a digit of one, filled or not. */
function secretsIn(root: Node, belongs: (field: Input) => boolean): Input[] {
  const inputs = [...(root as Document | ShadowRoot).querySelectorAll<Input>("input,textarea")]
    .filter((one) => belongs(one) && (one.value !== "" || one.maxLength === 1))
    .map((one) => ({ one, field: describe(one, root) }));
  const inBoxes = asksForDigits(inputs.map(({ field }) => field));
  return inputs
    .filter(({ field }) => isForSecret(field) || (inBoxes && field.maxLength === 1))
    .map(({ one }) => one);
}

function filledSecret(root: Node, belongs: (field: Input) => boolean): Input | undefined {
  return secretsIn(root, belongs).find(({ value }) => value !== "");
}

function isForSecret(field: Field): boolean {
  const ask = askOfField(field);
  return ask !== null && TYPED_SECRETS.has(ask);
}

/** A style may show dots for what is typed. */
function describe(field: Element, root: Node): Field {
  const dots = getComputedStyle(field).getPropertyValue("-webkit-text-security");
  return describeField(field, root as Document | ShadowRoot, !/^(?:none)?$/.test(dots), -1);
}

const isLink = (element: Element): element is HTMLAnchorElement => nameOf(element) === "a";

function isInput(field: Element | null): field is Input {
  return field !== null && /^(?:input|textarea)$/.test(nameOf(field));
}

/** What a page has made into a button without saying so. */
function pressable(target: Element): HTMLElement | null {
  if (closest(target, FIELD) !== null) return null;
  return getComputedStyle(target).cursor === "pointer" ? (target as HTMLElement) : null;
}

/** What it says, or is called where it is only a picture. */
function nameOfButton(button: HTMLElement): string {
  const said = ["title", "class"].map((name) => attribute(button, name));
  return [textOf(button).slice(0, 60), labelOf(button), ...said].join(" ");
}

function around(button: Element): string {
  const parent = parentOf(button);
  const around = parent && parentOf(parent);
  return around && isElement(around) ? textOf(around).slice(0, 600) : "";
}
