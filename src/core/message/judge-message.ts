import type { Address } from "../host/address.ts";
import { registrableDomain } from "../host/domain.ts";
import { type Brand, type Brands, officialSiteOf } from "../lookalike/brands.ts";
import { endingOf, isOfLinkService } from "../lookalike/ending.ts";
import { createHostJudge } from "../verdict/host-judge.ts";
import type { Knowledge } from "../verdict/judge.ts";
import type { Level, Reason, Verdict } from "../verdict/verdict.ts";
import {
  type AddressKind,
  type Features,
  featuresOf,
  type MessageFacts,
  type Sender,
} from "./features.ts";
import { findAddresses } from "./find-addresses.ts";
import { type Contacts, findContacts } from "./find-contacts.ts";
import { lures, warnsItself } from "./manner.ts";
import type { MessageModel } from "./message-model.ts";
import { readMessage } from "./message-text.ts";
import { createBrandFinder } from "./named-brands.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** A verdict on a message: that on its worst address, or what its wording says. */
export interface MessageVerdict extends Verdict {
  /** Every address in it with its own verdict, in order of appearance. */
  addresses: { text: string; host: string; level: Level }[];
  contacts: Contacts;
  /** How likely the model takes it for a scam, 0 to 1. */
  probability: number;
}

/** Hosts that hide where a link leads. */
const SHORTENERS = new Set(
  "bit.ly t.ly tinyurl.com goo.gl is.gd cutt.ly rb.gy s.id shorturl.at rebrand.ly tiny.cc ow.ly j.gs t.co v.gd sourl.cn qr.ae by.com.vn onelink.to".split(
    " ",
  ),
);
/** Where a link opens a talk with a person or a group. */
const MESSENGERS = new Set(
  "zalo.me t.me telegram.me telegram.dog m.me wa.me whatsapp.com line.me viber.com".split(" "),
);

/** Judges one message. `sender` as the phone shows it, or null if it is not known. */
export type MessageJudge = (message: string, sender: Sender | null) => MessageVerdict;

/**
 * Judges the texts of SMS, chats and e-mails. A listed address blocks, one that imitates a brand warns; where the
 * addresses say nothing, the words are weighed by the model. Takes any text; work is bounded (see readMessage).
 */
export function createMessageJudge(knowledge: Knowledge, model: MessageModel): MessageJudge {
  const read = createMessageReader(knowledge);
  return (message, sender) => {
    const facts = read(message, sender);
    const probability = model.probability(messageFeatures(facts));
    const { addresses, elsewhere } = facts;
    const worst = addresses.reduce<Verdict | null>(
      (worst, { verdict }) =>
        worst === null || SEVERITY[verdict.level] > SEVERITY[worst.level] ? verdict : worst,
      null,
    );
    const found = {
      addresses: addresses.map(({ text, host, verdict }) => ({ text, host, level: verdict.level })),
      contacts: facts.contacts,
      probability: Number(probability.toFixed(4)),
    };
    // Where there is no link, none can be told to be opened.
    const said = facts.wording.filter((one) => one !== "ask-login" || addresses.length > 0);
    const words = said.map((wording): Reason => ({ code: "wording", wording }));
    if (worst !== null && (worst.level === "block" || worst.level === "warn")) {
      return { ...worst, reasons: [...worst.reasons, ...words], ...found };
    }
    const { feedVersion } = knowledge;
    const { known, unknown } = model.threshold;
    const likely = probability >= (sender === null ? unknown : known) && hasHook(facts);
    if (!likely && !isPlainTrap(facts)) {
      const reasons: Reason[] = [{ code: "nothing-known" }];
      return { level: "none", scope: null, source: "unknown", reasons, feedVersion, ...found };
    }
    const reasons: Reason[] = words;
    if (elsewhere !== null) reasons.unshift({ code: "brand-elsewhere", brand: elsewhere.name });
    if (facts.text.noise > MUCH_NOISE) reasons.push({ code: "disguised-letters" });
    reasons.push({ code: "like-scam-messages" });
    const officialSite = elsewhere === null ? null : officialSiteOf(elsewhere);
    return {
      level: "warn",
      scope: null,
      source: "evidence",
      reasons,
      ...(elsewhere === null ? {} : { brand: elsewhere.name }),
      ...(officialSite === null ? {} : { officialSite }),
      feedVersion,
      ...found,
    };
  };
}

/**
 * A threat or a lure together with an ask, no address of a known house beside them: said so, no model is needed. The
 * models of later years may forget what such messages were; people must not be left without a warning.
 */
function isPlainTrap({ text, wording, addresses, sender, elsewhere }: ReadMessage): boolean {
  if (warnsItself(text)) return false;
  if (addresses.some(({ kind }) => kind === "official")) return false;
  if (sender === "brandname" || sender === "shortcode") return false;
  const has = (...some: Wording[]) => some.some((one) => wording.includes(one));
  const doubtful = addresses.length > 0 && has("ask-login");
  return (
    (has("threat-arrest") && has("urgency", "ask-transfer", "ask-install") && has(...ASKS)) ||
    (has("threat-cut-off") && doubtful && elsewhere !== null) ||
    (has("task-pay") && has("ask-contact") && has("return", "prize", "urgency"))
  );
}

const ASKS: readonly Wording[] = [
  "ask-contact",
  "ask-transfer",
  "ask-otp",
  "ask-install",
  "ask-login",
];

/**
 * Whether a message holds anything that could lead its reader into harm: an address that is not its house's own, an
 * account, a lure or an ask, or letters disguised from filters. The model alone may not warn of others, however much
 * their words look like those of scams: "shipper 09… se goi ban trong 30 phut".
 */
export function hasHook({ text, wording, addresses, contacts }: ReadMessage): boolean {
  // A warning that leads nowhere can rob nobody.
  const leads = addresses.length + contacts.accounts.length + contacts.phones.length > 0;
  if (warnsItself(text) && !leads) return false;
  return (
    addresses.some(({ kind }) => !HARMLESS.has(kind)) ||
    contacts.accounts.length > 0 ||
    wording.some((one) => one !== "urgency") ||
    text.noise > 0 ||
    lures(text)
  );
}

const HARMLESS: ReadonlySet<AddressKind> = new Set(["official", "institution", "app-link"]);

const SEVERITY: Readonly<Record<Level, number>> = { official: 0, none: 1, warn: 2, block: 3 };
/** Signs between letters by the hundred characters, from which on they are no slips. */
const MUCH_NOISE = 3;

/** What there is to know of a message. */
export interface ReadMessage extends Omit<MessageFacts, "addresses"> {
  addresses: { text: string; host: string; verdict: Verdict; kind: AddressKind }[];
  /** The brand that it names while it gives another address. */
  elsewhere: Brand | null;
}

/** The features that the model weighs. */
export function messageFeatures({ addresses, ...rest }: ReadMessage): Features {
  return featuresOf({ ...rest, addresses: addresses.map(({ kind }) => kind) });
}

/** Reads messages: for the verdict, and for training the model on the same facts. */
export function createMessageReader(
  knowledge: Knowledge,
): (message: string, sender: Sender | null) => ReadMessage {
  const judge = createHostJudge(knowledge);
  const brandsIn = createBrandFinder(knowledge.brands.all);
  return (message, sender) => {
    const text = readMessage(message);
    const addresses = findAddresses(text.given).map(({ text: written, address }) => {
      const { verdict, resemblance } = judge(address);
      const kind = kindOf(address, verdict, resemblance !== null, knowledge.brands);
      return { text: written, host: address.host, verdict, kind };
    });
    const named = brandsIn(text.words);
    const owners = new Set(
      addresses.map(({ host }) => knowledge.brands.officialOwner(host)?.brand),
    );
    const strange = addresses.some(({ host }) => knowledge.brands.officialOwner(host) === null);
    const atHome = named.some((brand) => owners.has(brand));
    const elsewhere = strange && !atHome ? (named[0] ?? null) : null;
    return {
      text,
      wording: wordingOf(text.words.join(" ")),
      contacts: findContacts(text.folded),
      sender,
      addresses,
      brandAtHome: atHome,
      brandElsewhere: elsewhere !== null,
      elsewhere,
    };
  };
}

function kindOf(
  { host, path }: Address,
  { level }: Verdict,
  resembles: boolean,
  brands: Brands,
): AddressKind {
  if (level === "block") return "listed";
  if (level === "warn") return "imitates";
  if (/\.(?:gov|edu)\.vn$/.test(host)) return "institution";
  const registrable = registrableDomain(host) ?? host;
  if (MESSENGERS.has(registrable)) return path.startsWith("/app/") ? "app-link" : "chat";
  const owner = brands.officialOwner(host);
  if (owner !== null) {
    return owner.userContent || owner.brand.sector === "platform" ? "platform" : "official";
  }
  if (SHORTENERS.has(registrable)) return "shortener";
  if (isOfLinkService(registrable)) return "app-link";
  if (resembles) return "imitates";
  const ending = endingOf(registrable.slice(registrable.indexOf(".") + 1));
  return ending === "cheap" || ending === "vn" ? ending : "other";
}
