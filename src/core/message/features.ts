import type { Contacts } from "./find-contacts.ts";
import type { MessageText } from "./message-text.ts";
import type { Wording } from "./wording.ts";

/** Who a message comes from, as the phone shows it. */
export type Sender = "brandname" | "shortcode" | "personal_number";

/** What the addresses of a message are, at worst: see judgeMessage. */
export type AddressKind = "listed" | "imitates" | "official" | "shortener" | "cheap" | "other";

/** What the model looks at. */
export interface MessageFacts {
  text: MessageText;
  wording: readonly Wording[];
  addresses: readonly AddressKind[];
  /** True if it names a brand and gives an address that is not that brand's. */
  brandElsewhere: boolean;
  /** True if it names a brand and gives an address that is. */
  brandAtHome: boolean;
  contacts: Contacts;
  /** Null if it is not known. */
  sender: Sender | null;
}

/** Buckets that words fall in, a power of two; the facts that have names come before them. */
export const BUCKETS = 8192;

const NAMED = [
  "sender:brandname",
  "sender:shortcode",
  "sender:personal_number",
  "address:listed",
  "address:imitates",
  "address:official",
  "address:shortener",
  "address:cheap",
  "address:other",
  "address:none",
  "brand:elsewhere",
  "brand:at-home",
  "personal:address",
  "personal:contact",
  "brandname:cheap",
  "phone",
  "phone:service",
  "account",
  "noise:some",
  "noise:much",
  "length:short",
  "length:long",
  "money",
  "wording:urgency",
  "wording:threat-arrest",
  "wording:threat-cut-off",
  "wording:prize",
  "wording:return",
  "wording:task-pay",
  "wording:gambling",
  "wording:ask-login",
  "wording:ask-otp",
  "wording:ask-install",
  "wording:ask-transfer",
  "wording:ask-contact",
  "wordings:2",
  "wordings:3",
] as const;

export const FEATURES: number = NAMED.length + BUCKETS;
const INDEX: ReadonlyMap<string, number> = new Map(NAMED.map((name, at) => [name, at]));
/** Words that are looked at; the rest of a long message adds little. */
const MOST_WORDS = 400;

/**
 * The features that a message has, each once, by number. Words and pairs of words are hashed; digits count by their
 * length only, so that the model learns no number.
 */
export function featuresOf(facts: MessageFacts): number[] {
  const on = new Set<number>();
  const named = (name: string) => {
    const at = INDEX.get(name);
    if (at !== undefined) on.add(at);
  };
  const { text, contacts } = facts;
  if (facts.sender !== null) named(`sender:${facts.sender}`);
  for (const kind of facts.addresses) named(`address:${kind}`);
  if (facts.addresses.length === 0) named("address:none");
  if (facts.brandElsewhere) named("brand:elsewhere");
  if (facts.brandAtHome) named("brand:at-home");
  const { sender } = facts;
  const doubtful = facts.addresses.some((kind) => kind !== "official");
  if (sender === "personal_number" && doubtful) named("personal:address");
  if (sender === "personal_number" && facts.wording.includes("ask-contact")) {
    named("personal:contact");
  }
  if (sender === "brandname" && facts.addresses.includes("cheap")) named("brandname:cheap");
  if (contacts.phones.some((phone) => phone.startsWith("0"))) named("phone");
  if (contacts.phones.some((phone) => phone.startsWith("1"))) named("phone:service");
  if (contacts.accounts.length > 0) named("account");
  if (text.noise > 3) named("noise:much");
  else if (text.noise > 0.5) named("noise:some");
  if (text.folded.length < 60) named("length:short");
  if (text.folded.length > 320) named("length:long");
  if (/\d ?(?:k|tr|trieu|d|dong|vnd|ty)\b/.test(text.folded)) named("money");
  for (const wording of facts.wording) named(`wording:${wording}`);
  if (facts.wording.length > 1) named("wordings:2");
  if (facts.wording.length > 2) named("wordings:3");

  let before = "";
  for (const word of text.words.slice(0, MOST_WORDS)) {
    const plain = /^\d/.test(word) ? `#${word.length}` : word.slice(0, 16);
    on.add(NAMED.length + bucketOf(plain));
    if (before !== "") on.add(NAMED.length + bucketOf(`${before} ${plain}`));
    before = plain;
  }
  return [...on];
}

/** FNV-1a. */
function bucketOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return ((hash >>> 13) ^ hash) & (BUCKETS - 1);
}
