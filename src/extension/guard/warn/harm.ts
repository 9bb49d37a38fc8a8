import { askOfField, asksForDigits, TYPED_SECRETS } from "../../../core/evidence/ask-kinds.ts";
import type { Held } from "../../guard-orders.ts";
import { PACKAGE } from "../collect/collect-links.ts";
import { describeField } from "../collect/describe-field.ts";
import { make } from "./make.ts";

/** What a person is about to hand over by an event, and how it goes on if that is what the person wants. */
export interface Harm {
  held: Held;
  /** Where it would go, as far as that can be told: what a person agrees to for one is asked again for another. */
  target: string;
  /** Where the question belongs. */
  beside: Element;
  /** False for what only leads there, as the press before a click: it is stopped without a question. */
  asks: boolean;
  goOn(): void;
}

/** Digits of an account number, however they are grouped. */
const ACCOUNT = /\d(?:[ .-]?\d){7,}/;
/** Characters; passwords may be longer. */
const LONGEST_CODE = 8;
const COPIES = /sao chép|chép|copy/i;
const FIELD = "input,textarea,select,option,label,[contenteditable]";
const BUTTON =
  "button,input[type=submit],input[type=image],input[type=button],[role=button],[onclick],a";

/** Tells what an event would hand over; null for the harmless. */
export function harmOf(event: Event): Harm | null {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return null;
  switch (event.type) {
    case "submit":
      return ofSubmit(target as HTMLFormElement, event as SubmitEvent);
    case "copy":
      return ofCopy(target);
    case "keydown":
      return ofKey(target, event as KeyboardEvent);
    default:
      return ofPress(target, event.type === "click");
  }
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
  const beside = pressed?.isConnected ? pressed : document.documentElement;
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
 * Where a form is sent to; empty where a script alone decides. By the attribute: a field of the form may be called "action".
 *
 * @param by the button that sends it, which may name another place
 */
function targetOf(form: HTMLFormElement | null, by?: Element | null): string {
  if (form === null) return "";
  const action =
    by?.getAttribute("formaction") ?? Element.prototype.getAttribute.call(form, "action") ?? "";
  return placeOf(
    URL.canParse(action, document.baseURI) ? new URL(action, document.baseURI).href : action,
  );
}

/** Whether an address carries what was typed; fewer characters stand in any address by chance. */
function isIn(search: string, typed: string): boolean {
  return typed.length > 3 && search.includes(encodeURIComponent(typed));
}

function ofSubmit(form: HTMLFormElement, event: SubmitEvent): Harm | null {
  const field = filledSecret(form.getRootNode(), (one) => one.form === form);
  if (field === undefined) return null;
  const goOn = () => HTMLFormElement.prototype.requestSubmit.call(form, event.submitter);
  const target = targetOf(form, event.submitter);
  return { held: "secret", target, beside: field, asks: true, goOn };
}

function ofKey(target: Element, { key, ctrlKey, metaKey }: KeyboardEvent): Harm | null {
  if (!(target instanceof HTMLInputElement)) return null;
  const { form } = target;
  const belongs = (one: HTMLInputElement) => one.form === form;
  const goesTo = targetOf(form);
  if (key.length === 1 && !ctrlKey && !metaKey) {
    const completes = completesCode(target, secretsIn(target.getRootNode(), belongs));
    // What was typed before still is: the person types the last one again.
    return completes
      ? { held: "secret", target: goesTo, beside: target, asks: true, goOn: () => undefined }
      : null;
  }
  if (key !== "Enter") return null;
  const field = filledSecret(target.getRootNode(), belongs);
  if (field === undefined) return null;
  const goOn = () => {
    if (form !== null) HTMLFormElement.prototype.requestSubmit.call(form);
  };
  return { held: "secret", target: goesTo, beside: field, asks: true, goOn };
}

function ofPress(target: Element, asks: boolean): Harm | null {
  const button = target.closest<HTMLElement>(BUTTON) ?? pressable(target);
  if (button === null) return null;
  const goOn = () => button.click();
  if (
    button instanceof HTMLAnchorElement &&
    (PACKAGE.test(button.href) || PACKAGE.test(button.download))
  ) {
    return { held: "package", target: button.href, beside: button, asks, goOn };
  }
  const account = COPIES.test(nameOfButton(button)) ? ACCOUNT.exec(around(button)) : null;
  if (account !== null) return { held: "account", target: account[0], beside: button, asks, goOn };
  // A link that leads to another page hands nothing over.
  if (
    button instanceof HTMLAnchorElement &&
    /^https?:/.test(button.href) &&
    !button.getAttribute("href")?.startsWith("#")
  )
    return null;
  const form = button.closest("form");
  const field = filledSecret(button.getRootNode(), (one) => one.form === form);
  if (field === undefined) return null;
  return { held: "secret", target: targetOf(form, button), beside: field, asks, goOn };
}

function ofCopy(target: Element): Harm | null {
  const picked =
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
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
function secretsIn(root: Node, belongs: (field: HTMLInputElement) => boolean): HTMLInputElement[] {
  const tree = root as Document | ShadowRoot;
  const inputs = [...tree.querySelectorAll("input")]
    .filter((one) => belongs(one) && (one.value !== "" || one.maxLength === 1))
    .map((one) => ({ one, field: describeField(one, tree, false, -1) }));
  const inBoxes = asksForDigits(inputs.map(({ field }) => field));
  return inputs
    .filter(({ field }) => {
      const ask = askOfField(field);
      return (ask !== null && TYPED_SECRETS.has(ask)) || (inBoxes && field.maxLength === 1);
    })
    .map(({ one }) => one);
}

function filledSecret(
  root: Node,
  belongs: (field: HTMLInputElement) => boolean,
): HTMLInputElement | undefined {
  return secretsIn(root, belongs).find(({ value }) => value !== "");
}

/** Whether the next character is the last one of a code: many pages then send it off by themselves. */
function completesCode(target: HTMLInputElement, secrets: readonly HTMLInputElement[]): boolean {
  if (!secrets.includes(target)) return false;
  const { maxLength, value } = target;
  if (maxLength === 1) {
    const boxes = secrets.filter((one) => one.maxLength === 1);
    return value === "" && boxes.every((one) => one === target || one.value !== "");
  }
  return maxLength > 0 && maxLength <= LONGEST_CODE && value.length === maxLength - 1;
}

/** What a page has made into a button without saying so. */
function pressable(target: Element): HTMLElement | null {
  if (target.closest(FIELD) !== null || !(target instanceof HTMLElement)) return null;
  return getComputedStyle(target).cursor === "pointer" ? target : null;
}

/** What it says, or is called where it is only a picture. */
function nameOfButton(button: HTMLElement): string {
  const { textContent, ariaLabel, title, className } = button;
  return `${textContent?.slice(0, 60)} ${ariaLabel} ${title} ${className}`;
}

function around(button: Element): string {
  return button.parentElement?.parentElement?.textContent?.slice(0, 600) ?? "";
}
