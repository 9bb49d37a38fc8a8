import { foldText } from "../lookalike/fold.ts";
import {
  FIELD_WORDS,
  NO_SECRET,
  PAY_TO,
  PAY_WORDS,
  PHOTO_WORDS,
  SIM_COMMAND,
  WORD_ASKS,
} from "./ask-words.ts";
import type { Field, PageFacts } from "./page-facts.ts";
import { plainWords } from "./plain-words.ts";

/** What a page wants from its reader. */
export type AskKind =
  | "password"
  | "otp"
  | "card"
  | "cvv"
  | "pin"
  | "seed-phrase"
  | "id-number"
  | "id-photo"
  | "bank-account"
  | "contacts"
  | "phone"
  | "package"
  | "remote-control"
  | "command"
  | "sim-command"
  | "transfer"
  | "deposit"
  | "call"
  | "messenger";

/** Of these, such as empty an account or take a person's identity by themselves. */
export const HARMFUL_ASKS: ReadonlySet<AskKind> = new Set<AskKind>([
  "password",
  "otp",
  "card",
  "cvv",
  "pin",
  "seed-phrase",
  "id-number",
  "id-photo",
  "package",
  "remote-control",
  "command",
  "sim-command",
  "transfer",
  "deposit",
]);

/** Secrets that are typed; the rest is asked in words or by links. */
export const TYPED_SECRETS: ReadonlySet<AskKind> = new Set<AskKind>([
  "password",
  "otp",
  "card",
  "cvv",
  "pin",
  "seed-phrase",
]);

const NOT_TYPED = /^(?:hidden|submit|button|reset|image|checkbox|radio|range|color|search)$/;

/** What a field asks for; null for the harmless. */
export function askOfField(field: Field): AskKind | null {
  if (field.disabled || NOT_TYPED.test(field.type)) return null;
  const words = plainWords(
    foldText(
      `${field.label} ${field.hint}`.slice(0, 400).replace(/(?<=[a-z])(?=[A-Z])/g, " "),
    ).replace(/[\s_]+/g, " "),
  );
  if (field.type === "file") return PHOTO_WORDS.test(words) ? "id-photo" : null;
  const isHidden = field.type === "password" || field.masked;
  if (!isHidden && NO_SECRET.test(words)) return null;
  for (const [kind, pattern] of FIELD_WORDS) if (pattern.test(words)) return kind;
  if (isHidden) return "password";
  return field.type === "tel" ? "phone" : null;
}

/** What the words of a page ask for, from folded text. */
function asksOfWords(folded: string): AskKind[] {
  return WORD_ASKS.flatMap(([kind, words]) => (folded.search(words) >= 0 ? [kind] : []));
}

/**
 * "Windows + R, then Ctrl + V": the reader is to run what the page has put into the clipboard. Honest guides say what to
 * type.
 */
const ASKS_FOR_COMMAND =
  /(?:\bwin(?:dows)?|⊞)\W{1,4}r\b.{0,240}(?:(?:ctrl|control)\W{1,4}v\b|\bdan (?:lenh|ma|noi dung|doan)|\bpaste\b)|(?:terminal|powershell)\b.{0,160}(?:ctrl|cmd|command|⌘)\W{1,4}v\b/;
const COPIES = /execCommand\(\s*["'`]copy|clipboard\s*\.\s*write/;

/** Hosts whose links open a private chat. */
const CHATS = /^(?:t\.me|telegram\.me|zalo\.me|m\.me|wa\.me)$/;

/**
 * Whether there is anything to hand over, or anybody to hand it to: a field, a package, an account, a number to call, a
 * chat. A page that only talks of such things, as articles do, asks for nothing.
 */
export function isTangible(facts: PageFacts, folded: string): boolean {
  return (
    facts.packages.length > 0 ||
    facts.fields.some((field) => askOfField(field) !== null) ||
    asksForPhrase(facts.fields) ||
    asksForDigits(facts.fields) ||
    ASKS_FOR_COMMAND.test(folded) ||
    SIM_COMMAND.test(folded) ||
    hasQrCode(facts) ||
    facts.linkHosts.some((host) => CHATS.test(host)) ||
    folded.search(PAY_TO) >= 0
  );
}

/** A QR code by the picture's shape or name, or from the service that draws codes for Vietnamese transfers. */
function hasQrCode({ marks, assetHosts }: PageFacts): boolean {
  return (
    marks.some(({ text }) => /\b(?:viet)?qr(?:[ _-]?code)?\b/i.test(text)) ||
    assetHosts.some((host) => /(?:^|\.)vietqr\.(?:io|net|vn|co)$/.test(host))
  );
}

/** Twelve or more short fields in a row, numbered: a wallet's recovery phrase. */
function asksForPhrase(fields: readonly Field[]): boolean {
  return longestRun(fields, isNumberedWord) >= 12;
}

function isNumberedWord({ type, label, hint }: Field): boolean {
  return (
    /^(?:text|password)$/.test(type) &&
    /^(?:word|tu|từ|w)?\W*\d{1,2}\b|\b(?:w|word|tu|seed)-?_?\d{1,2}\b/i.test(
      `${label} ${hint}`.replace(/\b(?:on|off)\b/g, "").trim(),
    )
  );
}

/** Boxes for one digit each, in a row: a code from the phone. */
export function asksForDigits(fields: readonly Field[]): boolean {
  const run = longestRun(
    fields,
    ({ type, maxLength, disabled }) =>
      maxLength === 1 && !disabled && /^(?:text|tel|number|password)$/.test(type),
  );
  return run >= 4 && run <= 8;
}

function longestRun(fields: readonly Field[], fits: (field: Field) => boolean): number {
  let [run, longest] = [0, 0];
  for (const field of fields) {
    run = fits(field) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** All that a page asks for by fields, links and words; each kind once. */
export function asksOf(facts: PageFacts, folded: string): Set<AskKind> {
  const asks = new Set<AskKind>(asksOfWords(folded));
  for (const field of facts.fields) {
    const kind = askOfField(field);
    if (kind !== null) asks.add(kind);
  }
  if (asksForPhrase(facts.fields)) asks.add("seed-phrase");
  if (asksForDigits(facts.fields)) asks.add("otp");
  if (facts.linkHosts.some((host) => CHATS.test(host))) asks.add("messenger");
  if (hasQrCode(facts) && PAY_WORDS.test(folded)) asks.add("transfer");
  // Cameras are opened by scripts; the words say what for.
  if (/getUserMedia/.test(facts.script) && PHOTO_WORDS.test(folded)) asks.add("id-photo");
  if (facts.packages.length > 0) asks.add("package");
  if (ASKS_FOR_COMMAND.test(folded) && COPIES.test(facts.script)) asks.add("command");
  if (SIM_COMMAND.test(folded)) asks.add("sim-command");
  return asks;
}
