import { isCardNumber, readAccount } from "../contact/account.ts";
import { type Phone, readPhone } from "../contact/phone.ts";
import { splitPhones } from "../contact/split-phones.ts";
import { type Address, type AddressProblem, parseAddress } from "../host/address.ts";
import { refanged } from "../host/refanged.ts";
import { findAddresses } from "../message/find-addresses.ts";
import { isEmv } from "../qr/emv.ts";
import { type Payment, type PaymentProblem, readPayment } from "../qr/payment.ts";
import { isName, type NumberLine, readNumberLine } from "./number-line.ts";

/** What a person can say that it is. */
export type SubjectKind = "address" | "phone" | "account" | "message";

/** What a pasted text was taken for. */
export type Subject =
  | { kind: "empty" }
  | { kind: "address"; address: Address }
  | { kind: "bad-address"; problem: AddressProblem }
  | { kind: "phone"; phone: Phone }
  /** `bank` as in the brands artifact, null if nobody said; `holder` as written, empty if nobody is named. */
  | { kind: "account"; account: string; bank: string | null; holder: string }
  /** The number of a payment card; it goes no further. */
  | { kind: "card" }
  | { kind: "payment"; payment: Payment }
  | { kind: "bad-payment"; problem: PaymentProblem }
  | { kind: "message"; text: string }
  /** Nothing that can be checked: no words, no number, no address. */
  | { kind: "unknown" };

export interface Taken {
  subject: Subject;
  /** What else it may be, for the person to choose. */
  others: SubjectKind[];
}

const NOTHING_SAID = { said: null, bank: null, holder: "" } as const;
/** Longest text that is looked at as anything but a message. */
const LONGEST = 4096;
/** Letters from which on a text without blanks is a message too, as in scripts that have none. */
const MANY_LETTERS = 12;
/** The address of a server in figures, as a scam page may be reached by, with or without port and path. */
const DOTTED_QUAD =
  /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$|[:/?#])|(?=$|[:/?#]))){4}(?::\d{1,5})?(?:[/?#]\S*)?$/;
/** A chat with a number: what is to be judged is the number, not the house of the service. */
const CHAT_WITH_NUMBER = /^https?:\/\/(?:zalo\.me|wa\.me)\/\+?\d{9,15}(?:[/?]|$)/;

/**
 * Says what a text is: an address, a phone number, an account, what a QR holds, or else a message. Never throws, and
 * takes no longer for a text of any length.
 *
 * @param as what the person says that it is, if the first guess was wrong
 */
export function whatIsThis(given: string, as: SubjectKind | null = null): Taken {
  if (given.length > LONGEST) return long(given, as);
  const text = given.normalize("NFC").trim();
  if (text === "") return { subject: { kind: "empty" }, others: [] };
  if (as !== null) return { subject: asTold(text, as), others: othersOf(text, as) };
  const inQr = ofQr(text);
  if (inQr !== null) return { subject: inQr, others: [] };
  const line = readNumberLine(text);
  const address = ofAddress(text);
  if (address !== null && DOTTED_QUAD.test(refanged(text))) {
    const isAccount = line !== null && accountOf(line) !== null;
    return { subject: address, others: isAccount ? ["account"] : [] };
  }
  const number = line === null ? null : ofNumber(line);
  if (number !== null) {
    const others = address !== null && text.includes(".") ? (["address"] as const) : [];
    return { ...number, others: [...others, ...number.others] };
  }
  if (address?.kind === "address" && CHAT_WITH_NUMBER.test(address.address.url)) {
    return { subject: { kind: "message", text }, others: ["address"] };
  }
  if (address !== null) return { subject: address, others: [] };
  // A name alone says nothing that could be judged.
  if (isNameAlone(text)) return { subject: { kind: "unknown" }, others: ["message"] };
  return { subject: ofWords(text), others: [] };
}

function isNameAlone(text: string): boolean {
  const words = text.split(/\s+/);
  return words.every((word) => /^\p{Lu}[\p{L}\p{M}]*\.?$/u.test(word)) && isName(words);
}

function long(text: string, as: SubjectKind | null): Taken {
  const isAddress = as === "address" || (as === null && /^\s*https?:\/\/\S+\s*$/i.test(text));
  if (!isAddress) return { subject: { kind: "message", text }, others: [] };
  return { subject: addressOf(text), others: ["message"] };
}

function asTold(text: string, as: SubjectKind): Subject {
  const line = readNumberLine(text) ?? { ...NOTHING_SAID, number: text };
  if (as === "message") return { kind: "message", text };
  if (as === "address") return addressOf(text);
  if (isCardNumber(line.number)) return { kind: "card" };
  if (as === "phone") {
    const phone = readPhone(line.number);
    return phone === null ? { kind: "unknown" } : { kind: "phone", phone };
  }
  return accountOf(line) ?? { kind: "unknown" };
}

/** What the payloads of QR codes look like besides addresses and words. */
function ofQr(text: string): Subject | null {
  if (isEmv(text)) {
    const read = readPayment(text);
    return read.ok
      ? { kind: "payment", payment: read.payment }
      : { kind: "bad-payment", problem: read.problem };
  }
  const call = /^tel:([+\d\s().-]+)$/i.exec(text)?.[1];
  const phone = call === undefined ? null : readPhone(call);
  if (phone !== null) return { kind: "phone", phone };
  // "SMSTO:09…:words", which a phone sends at a touch.
  const words = /^sms(?:to)?:[+\d\s.-]+[:?](.*)$/is.exec(text)?.[1];
  return words === undefined ? null : { kind: "message", text };
}

/** Null where the words beside the number say more than a number can be. */
function ofNumber(line: NumberLine): Taken | null {
  const { number, said, bank, holder } = line;
  if (isCardNumber(number)) return { subject: { kind: "card" }, others: [] };
  const phone = readPhone(number);
  const account = accountOf(line);
  // "VIB 1800 8180" is the bank's own line.
  const isOfBank = said === null && bank !== null && phone?.kind !== "service";
  const isAccount = said === "account" || isOfBank;
  const digits = number.replace(/\D/g, "").length;
  const isPlanned = phone !== null && phone.kind !== "odd";
  // Two numbers or more are judged one by one, as those in a message are.
  if (!isPlanned && !isAccount && splitPhones(number) !== null) {
    const text = line.number;
    return { subject: { kind: "message", text }, others: account === null ? [] : ["account"] };
  }
  const isPhone = phone !== null && (phone.kind !== "odd" || digits < 6 || number.startsWith("+"));
  // A bank of the country begins its accounts so; "00" for a call from abroad is written by few.
  const isBankLike = phone?.kind === "foreign" && /^\s*00/.test(number) && account !== null;
  if (phone !== null && isPhone && !isBankLike && !isAccount) {
    return { subject: { kind: "phone", phone }, others: account === null ? [] : ["account"] };
  }
  if (account !== null && digits >= 6) {
    const others = phone === null || (bank !== null && !isPlanned) ? [] : (["phone"] as const);
    return {
      subject: account,
      others: bank === null && holder === "" ? [...others] : [...others, "message"],
    };
  }
  return bank === null ? { subject: { kind: "unknown" }, others: ["message"] } : null;
}

function accountOf({ number, bank, holder }: NumberLine): Subject | null {
  const account = readAccount(number);
  return account === null ? null : { kind: "account", account, bank, holder };
}

function othersOf(text: string, as: SubjectKind): SubjectKind[] {
  const first = whatIsThis(text);
  const kinds = [first.subject.kind, ...first.others];
  return (["address", "phone", "account", "message"] as const).filter(
    (kind) => kind !== as && kinds.includes(kind),
  );
}

function addressOf(text: string): Subject {
  const parsed = parseAddress(refanged(text));
  return parsed.ok
    ? { kind: "address", address: parsed.address }
    : { kind: "bad-address", problem: parsed.problem };
}

/** One word that is an address, however it is disguised; null if it is none. */
function ofAddress(given: string): Subject | null {
  if (/\s/.test(given)) return null;
  const text = refanged(given);
  if (/^[a-z][a-z0-9+.-]*:[/\\]{2}|^(?:javascript|data|mailto|tel|sms):/i.test(text)) {
    return addressOf(text);
  }
  const parsed = parseAddress(text);
  if (parsed.ok && (!text.includes("@") || isLikelyHost(parsed.address.credentials))) {
    const { host, kind } = parsed.address;
    if (kind !== "domain" ? /^[[\d]/.test(text) : isLikelyHost(host)) {
      return { kind: "address", address: parsed.address };
    }
  }
  const [found, more] = findAddresses(text);
  return found !== undefined && more === undefined && text.startsWith(found.text.slice(0, 4))
    ? { kind: "address", address: found.address }
    : null;
}

/** A name with an ending in letters; which endings exist is asked later, and a word alone is no address. */
function isLikelyHost(host: string): boolean {
  return /^(?:[^.]+\.)+(?:[a-z]{2,}|xn--[^.]+)$/.test(host);
}

function ofWords(text: string): Subject {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const isSaying = letters > 0 && (/\s/.test(text) || letters >= MANY_LETTERS);
  return isSaying ? { kind: "message", text } : { kind: "unknown" };
}
