import { ADDRESS_SHAPES, type AddressShape } from "./address-shape.ts";
import type { Contacts } from "./find-contacts.ts";
import { MANNER_NAMES, type Manner, PULLS } from "./manner.ts";
import type { MessageText } from "./message-text.ts";
import { WORDINGS, type Wording } from "./wording.ts";

/** Who a message comes from, as the phone shows it. */
export type Sender = "brandname" | "shortcode" | "personal_number";

/** What the addresses of a message are: see judgeMessage. */
export const ADDRESS_KINDS = [
  "listed",
  "imitates",
  "official",
  /** Under gov.vn and edu.vn, where only offices and schools get names. */
  "institution",
  /** Of a known house, but anybody may write there, or it leads anywhere. */
  "platform",
  /** Opens an app of a house that its service knows, a meeting, or an app in a store. */
  "app-link",
  /** A person or a group in a messenger. */
  "chat",
  "shortener",
  "cheap",
  "vn",
  "other",
] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

/** What the model looks at. */
export interface MessageFacts {
  text: MessageText;
  /** See mannerOf. */
  manner: readonly string[];
  wording: readonly Wording[];
  addresses: readonly AddressKind[];
  /** How those of them are written whose owner is not known. */
  shapes: readonly AddressShape[];
  namesBrand: boolean;
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

const SENDERS: readonly Sender[] = ["brandname", "shortcode", "personal_number"];
const ADDRESSES = [...ADDRESS_KINDS, "none"];

const NAMED: readonly string[] = [
  ...SENDERS.map((sender) => `sender:${sender}`),
  ...ADDRESSES.map((kind) => `address:${kind}`),
  ...SENDERS.flatMap((sender) => ADDRESSES.map((kind) => `${sender}:${kind}`)),
  "brand:elsewhere",
  "brand:at-home",
  "personal:contact",
  "phone",
  "phone:service",
  "account",
  "noise:some",
  "noise:much",
  "length:short",
  "length:long",
  "money",
  ...WORDINGS.map((wording) => `wording:${wording}`),
  "wordings:2",
  "wordings:3",
  ...MANNER_NAMES.map((name) => `manner:${name}`),
  ...ADDRESS_SHAPES.map((shape) => `shape:${shape}`),
  "brand:named",
  "personal:brand",
  "personal:house",
  "personal:house-brand",
  "personal:service-syntax",
  "personal:service-phone",
  "personal:money",
  "personal:link",
  "personal:lure",
  "personal:long",
  "brandname:mobile",
  "lures:1",
  "lures:2",
  "house",
  "house:mobile",
  "lure:link",
  "lure:contact",
  "odd-number",
];

export const FEATURES: number = NAMED.length + BUCKETS;
const INDEX: ReadonlyMap<string, number> = new Map(NAMED.map((name, at) => [name, at]));
/** Words that are looked at; the rest of a long message adds little. */
const MOST_WORDS = 400;

const PULL_NAMES: ReadonlySet<string> = new Set(PULLS);

/** The features that a message has, by number, each once. */
export interface Features {
  named: number[];
  /** Words and pairs of words, hashed. */
  words: number[];
}

/** Digits count by their length only, so that the model learns no number. */
export function featuresOf(facts: MessageFacts): Features {
  const on = new Set<number>();
  const named = (name: string) => {
    const at = INDEX.get(name);
    if (at !== undefined) on.add(at);
  };
  const { text, contacts } = facts;
  const { sender } = facts;
  if (sender !== null) named(`sender:${sender}`);
  for (const kind of facts.addresses.length === 0 ? ["none"] : facts.addresses) {
    named(`address:${kind}`);
    if (sender !== null) named(`${sender}:${kind}`);
  }
  if (facts.brandElsewhere) named("brand:elsewhere");
  if (facts.brandAtHome) named("brand:at-home");
  if (sender === "personal_number" && facts.wording.includes("ask-contact")) {
    named("personal:contact");
  }
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

  const { manner } = facts;
  for (const name of manner) named(`manner:${name}`);
  for (const shape of facts.shapes) named(`shape:${shape}`);
  const has = (...some: Manner[]) => some.some((one) => manner.includes(one));
  const count = manner.filter((name) => PULL_NAMES.has(name)).length;
  const house = has("courteous", "notice", "opt-out", "signed");
  const mobile = contacts.phones.some((phone) => /^0[35789]/.test(phone));
  const link = facts.addresses.some(
    (kind) => !["official", "institution", "app-link"].includes(kind),
  );
  const contact = mobile || facts.wording.includes("ask-contact");
  if (facts.namesBrand) named("brand:named");
  if (count > 0) named("lures:1");
  if (count > 1) named("lures:2");
  if (house) named("house");
  if (house && mobile) named("house:mobile");
  if (count > 0 && link) named("lure:link");
  if (count > 0 && contact) named("lure:contact");
  if (/\d(?:[>_*~|]+\d){5}/.test(text.folded)) named("odd-number");
  if (sender === "brandname" && mobile) named("brandname:mobile");
  if (sender === "personal_number") {
    if (facts.namesBrand) named("personal:brand");
    if (house) named("personal:house");
    if (house && facts.namesBrand) named("personal:house-brand");
    if (has("service-syntax")) named("personal:service-syntax");
    if (contacts.phones.some((phone) => phone.startsWith("1"))) named("personal:service-phone");
    if (on.has(INDEX.get("money") ?? -1)) named("personal:money");
    if (link) named("personal:link");
    if (count > 0) named("personal:lure");
    if (text.folded.length > 160) named("personal:long");
  }

  const words = new Set<number>();
  let before = "";
  for (const word of text.words.slice(0, MOST_WORDS)) {
    const plain = /^\d/.test(word) ? `#${word.length}` : word.slice(0, 16);
    words.add(NAMED.length + bucketOf(plain));
    if (before !== "") words.add(NAMED.length + bucketOf(`${before} ${plain}`));
    before = plain;
  }
  return { named: [...on], words: [...words] };
}

/** FNV-1a. */
function bucketOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return ((hash >>> 13) ^ hash) & (BUCKETS - 1);
}
