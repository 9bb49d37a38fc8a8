import type { Address } from "../host/address.ts";
import { isRegistrableName, registrableDomain } from "../host/domain.ts";
import { LINK_SHORTENERS } from "../host/link-shorteners.ts";
import type { Brand, Brands } from "../lookalike/brands.ts";
import { endingOf, isOfLinkService } from "../lookalike/ending.ts";
import { createHostJudge } from "../verdict/host-judge.ts";
import type { Knowledge } from "../verdict/judge.ts";
import type { Verdict } from "../verdict/verdict.ts";
import { type AddressShape, shapesOf } from "./address-shape.ts";
import {
  type AddressKind,
  type Features,
  featuresOf,
  type MessageFacts,
  type Sender,
} from "./features.ts";
import { findAddresses } from "./find-addresses.ts";
import { findContacts } from "./find-contacts.ts";
import { mannerOf } from "./manner.ts";
import { readMessage } from "./message-text.ts";
import { createBrandFinder } from "./named-brands.ts";
import { plainWords } from "./plain-words.ts";
import { type Plea, pleaIn } from "./plea-in.ts";
import type { Trap } from "./traps/trap.ts";
import { trapsIn } from "./traps/traps-in.ts";
import { warnsOthers } from "./warns-others.ts";
import { wordingOf } from "./wording.ts";

/** A search for a host, or a way through to one: "/search?q=abc.com". */
function leadsOn(path: string): boolean {
  return path.split("&").some((part, at) => {
    const value = part.search(at === 0 ? /\?(?:q|u|url)=/i : /(?:^|\?)(?:q|u|url)=/i);
    return value >= 0 && /[a-z0-9]\.[a-z]{2}/i.test(part.slice(value));
  });
}
/** Where a link opens a talk with a person or a group. */
const MESSENGERS = new Set(
  "zalo.me t.me telegram.me telegram.dog m.me wa.me whatsapp.com line.me viber.com".split(" "),
);

/** Lessons and consultations, and the shops that check the apps they have. */
const MEETINGS_AND_STORES =
  /(?:^|\.)(?:zoom\.us|meet\.google\.com|teams\.(?:microsoft|live)\.com|play\.google\.com|apps\.apple\.com)$/;

/** Addresses of which it is told how they are written: nobody vouches for whose they are. */
const DOUBTFUL: ReadonlySet<AddressKind> = new Set([
  "listed",
  "imitates",
  "cheap",
  "vn",
  "other",
  "shortener",
]);

const MOST_WORDS_OF_SENDER = 4;

/** What there is to know of a message. */
export interface ReadMessage extends Omit<MessageFacts, "addresses"> {
  addresses: {
    text: string;
    host: string;
    verdict: Verdict;
    kind: AddressKind;
    shapes: AddressShape[];
  }[];
  /** Brands that it names, in order. */
  named: readonly Brand[];
  /** The brand whose name it begins with as its sender's: "(ACB)", "TPBank:". */
  signedBy: Brand | null;
  /** The brand that it names while it gives another address. */
  elsewhere: Brand | null;
  /** True if it tells of a scam; what it quotes is then neither trap nor plea. */
  warnsOthers: boolean;
  traps: readonly Trap[];
  plea: Plea | null;
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
  const firstWordBrand = (words: readonly string[]) => {
    for (let count = 1; count <= MOST_WORDS_OF_SENDER; count++) {
      const [brand] = brandsIn(words.slice(0, count));
      if (brand === undefined) continue;
      return brandsIn(words.slice(1, count)).length === 0 ? brand : null;
    }
    return null;
  };
  return (message, sender) => {
    const text = readMessage(message);
    const addresses = findAddresses(text.given).map(({ text: written, address }) => {
      const { verdict, resemblance } = judge(address, written);
      const kind = kindOf(address, verdict, resemblance !== null, knowledge.brands);
      const shapes = DOUBTFUL.has(kind) ? shapesOf(address, written) : [];
      return { text: written, host: address.host, verdict, kind, shapes };
    });
    const named = brandsIn(text.words);
    const owners = new Set(
      addresses.map(({ host }) => knowledge.brands.officialOwner(host)?.brand),
    );
    const strange = addresses.some(({ host }) => knowledge.brands.officialOwner(host) === null);
    const atHome = named.some((brand) => owners.has(brand));
    const elsewhere = strange && !atHome ? (named[0] ?? null) : null;
    const manner = mannerOf(text);
    const contacts = findContacts(text.folded);
    const said = { folded: text.folded, plain: plainWords(text.words) };
    const warns = warnsOthers(said.plain);
    return {
      text,
      manner,
      wording: wordingOf(text.words.join(" ")),
      contacts,
      sender,
      addresses,
      shapes: addresses.flatMap(({ shapes }) => shapes),
      named,
      signedBy: manner.includes("signed") ? firstWordBrand(text.words) : null,
      namesBrand: named.length > 0,
      brandAtHome: atHome,
      brandElsewhere: elsewhere !== null,
      elsewhere,
      warnsOthers: warns,
      // Who speaks of an earlier scam may be after its victims' money.
      traps: trapsIn(said).filter((trap) => !warns || trap === "money-back"),
      plea: warns ? null : pleaIn(said, contacts.accounts),
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
  if (MEETINGS_AND_STORES.test(host)) return "app-link";
  if (MESSENGERS.has(registrable)) return path.startsWith("/app/") ? "app-link" : "chat";
  const owner = brands.officialOwner(host);
  if (owner !== null) {
    if (owner.brand.sector === "platform" && leadsOn(path)) return "shortener";
    return owner.userContent || owner.brand.sector === "platform" ? "platform" : "official";
  }
  if (LINK_SHORTENERS.has(registrable)) return "shortener";
  if (isOfLinkService(registrable)) return "app-link";
  if (resembles) return "imitates";
  // No browser opens it: a blank has got into it, or it never was one.
  if (!isRegistrableName(host)) return "other";
  const ending = endingOf(registrable.slice(registrable.indexOf(".") + 1));
  return ending === "cheap" || ending === "vn" ? ending : "other";
}
