import type { Hotline } from "../awareness/contact-points.ts";
import type { Text } from "../awareness/text.ts";
import type { Level } from "../verdict/verdict.ts";
import { callingCodeOf } from "./calling-codes.ts";
import type { Contact, ContactList } from "./contact-list.ts";
import { imitatedNumber } from "./official-numbers.ts";
import { readPhone } from "./phone.ts";

/** A phone number or account in the form in which it is compared: see readPhone and readAccount. */
export type ContactQuery =
  | { kind: "phone"; number: string }
  /** `bank` as in the brands artifact; null if nobody said. */
  | { kind: "account"; number: string; bank: string | null };

/** Why, as data; the interface has the words. */
export type ContactReason =
  /** `since` an ISO date; `bank` of a listed account. */
  | {
      code: "listed";
      as: "phone" | "account";
      bank: string | null;
      source: string;
      since: string | null;
    }
  | { code: "form"; form: string }
  | { code: "note"; note: string }
  /** The same digits are listed at another bank, where they are another's account. */
  | { code: "other-bank"; bank: string; source: string }
  /** `confirmed` an ISO date, null if no source bears one; `stale` true if that is over a year ago. */
  | { code: "official"; name: Text; purpose: Text; confirmed: string | null; stale: boolean }
  /** So it is said, but only second hand; or the house calls from it, which a caller can forge. */
  | { code: "said-official"; name: Text; purpose: Text; confirmed: string | null; stale: boolean }
  /** It is made to look like this number. */
  | { code: "imitates"; number: string; name: Text }
  /** `region` ISO 3166-1, or null. */
  | { code: "foreign"; callingCode: string; region: string | null }
  | { code: "premium" }
  | { code: "short" }
  | { code: "odd" }
  | { code: "nothing-known" }
  /** There is no list of numbers in this browser, so that "nothing known" would say too much. */
  | { code: "no-list" };

export interface ContactVerdict {
  level: Level;
  query: ContactQuery;
  reasons: ContactReason[];
  /** Name in the brands artifact of the bank to turn to, or null. */
  bank: string | null;
}

export interface ContactKnowledge {
  /** Null if there is none. */
  list: ContactList | null;
  official: ReadonlyMap<string, Hotline>;
}

/**
 * Judges a number: listed is blocked, an organisation's own is official, one that imitates it is warned of. Of all
 * others nothing is known, which never means that they are safe.
 */
export function judgeContact(query: ContactQuery, knowledge: ContactKnowledge): ContactVerdict {
  const { list, official } = knowledge;
  const bank = query.kind === "account" ? query.bank : null;
  const hotline = query.kind === "phone" ? official.get(query.number) : undefined;
  if (hotline !== undefined) return ofHouse(query, hotline);
  const entries = list?.find(query.number) ?? [];
  const elsewhere = entries.filter((entry) => isElsewhere(entry, bank));
  const meant = entries.filter((entry) => !elsewhere.includes(entry));
  if (meant.length > 0) {
    const reasons = meant.flatMap(reasonsOf);
    const atBank = meant.find((entry) => entry.kind === "account" && entry.bank !== null);
    const named = atBank?.kind === "account" ? atBank.bank : null;
    return { level: "block", query, reasons: distinct(reasons), bank: bank ?? named };
  }
  const doubts: ContactReason[] = elsewhere.flatMap((entry) =>
    entry.kind === "account" && entry.bank !== null
      ? [{ code: "other-bank", bank: entry.bank, source: entry.source }]
      : [],
  );
  if (query.kind === "phone") doubts.push(...doubtsOnPhone(query.number, official));
  const warns = doubts.some(({ code }) => code === "other-bank" || code === "imitates");
  const nothing: ContactReason = { code: list === null ? "no-list" : "nothing-known" };
  return { level: warns ? "warn" : "none", query, reasons: [...doubts, nothing], bank };
}

/** The same digits belong to somebody else at another bank. */
function isElsewhere(entry: Contact, bank: string | null): boolean {
  return entry.kind === "account" && bank !== null && entry.bank !== null && entry.bank !== bank;
}

function reasonsOf(entry: Contact): ContactReason[] {
  const { kind, source, since, form, note } = entry;
  const bank = entry.kind === "account" ? entry.bank : null;
  return [
    { code: "listed", as: kind, bank, source, since },
    ...(form === null ? [] : [{ code: "form", form } as const]),
    ...(note === "" ? [] : [{ code: "note", note } as const]),
  ];
}

function distinct(reasons: readonly ContactReason[]): ContactReason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

/** Green is earned by a number that the house itself confirmed, or two who quote it; not by hearsay, nor by one to be called from. */
function ofHouse(query: ContactQuery, hotline: Hotline): ContactVerdict {
  const { name, purpose, brand, lastConfirmed: confirmed, confidence, callsOut } = hotline;
  const known = confidence !== "C" && callsOut !== true;
  const stale = hotline.notConfirmedSince !== null;
  const code = known ? "official" : "said-official";
  return {
    level: known ? "official" : "none",
    query,
    reasons: [{ code, name, purpose, confirmed, stale }],
    bank: brand,
  };
}

function doubtsOnPhone(number: string, official: ContactKnowledge["official"]): ContactReason[] {
  const imitated = imitatedNumber(number, official);
  if (imitated !== null) {
    return [{ code: "imitates", number: imitated.number, name: imitated.name }];
  }
  switch (readPhone(number)?.kind) {
    case "foreign": {
      const { code, region } = callingCodeOf(number);
      return [{ code: "foreign", callingCode: code, region }];
    }
    case "service":
      return number.startsWith("1900") ? [{ code: "premium" }] : [];
    case "short":
      return [{ code: "short" }];
    case "odd":
      return [{ code: "odd" }];
    default:
      return [];
  }
}
