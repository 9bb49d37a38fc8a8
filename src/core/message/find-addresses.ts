import { type Address, parseAddress } from "../host/address.ts";
import { isRegistrableName } from "../host/domain.ts";
import { DEFANGED_DOT } from "../host/refanged.ts";

/** An address in a message. */
export interface FoundAddress {
  /** As it stands in the message, at most 200 characters. */
  text: string;
  address: Address;
}

/** Addresses of one message that are looked at. */
const MOST_ADDRESSES = 20;
const MOST_SHOWN = 200;

const LABEL = "[\\p{L}\\p{N}](?:[-_\\p{L}\\p{M}\\p{N}]{0,62})";
/**
 * With a scheme, of which "hxxp" and the like are written by those who report; or a bare host with a path, from
 * where its first label begins.
 */
const ADDRESS = new RegExp(
  `(?:(?:https?|hxxps?|h\\*\\*ps?)\\s?:?//\\s?(?:[^\\s/@?#<>"'»”]{1,100}@)?|(?<![-_\\p{L}\\p{M}\\p{N}]))(?:${LABEL}\\.){1,8}${LABEL}(?::\\d{1,5})?(?:[/?#][^\\s<>"'»”]{0,500})?`,
  "giu",
);
const IP = /(?:https?|hxxps?):\/\/\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?:\/[^\s<>"']{0,500})?/gi;
/** "vn-ab . top", "vietcombank .com": a dot with a blank before it, and an ending that is common in such messages. */
const SPACED_DOT =
  /(?<=[a-z0-9])\s+\.\s*(?=(?:com|net|org|vn|top|xyz|vip|cc|shop|site|online|club|icu|life|live|info|cfd|sbs|me|tk|click|store)(?![a-z0-9]))/gi;
/** "https://i -vietcombank", "https://svip- scb.com": a blank beside a hyphen within an address. */
const SPACED_HYPHEN = /(\/\/[a-z0-9.-]{1,40}?)(?:\s+-\s*|\s*-\s+)(?=[a-z0-9])/gi;

/**
 * Finds web addresses however they are written: with hxxp, [.] and (dot), blanks around dots and hyphens, Unicode
 * letters, in capitals, or without a scheme. Bare names count only under endings that exist.
 *
 * @param message of bounded length, see readMessage
 */
export function findAddresses(message: string): FoundAddress[] {
  const mended = message
    .replace(DEFANGED_DOT, ".")
    .replace(/[[({]:[\])}](?=\s?\/\/)/g, ":")
    .replace(/[[({]:\/\/[\])}]/g, "://")
    .replace(/[\u3002\uff0e\uff61]/g, ".")
    .replace(SPACED_DOT, ".")
    .replace(SPACED_HYPHEN, "$1-");
  const found = new Map<string, FoundAddress>();
  const take = (text: string, hasScheme: boolean) => {
    if (found.size >= MOST_ADDRESSES) return;
    const bare = text
      .replace(/^h(?:xx|\*\*|tt)p(s?)\s?:?\/\/\s?/i, "http$1://")
      .replace(/(?<![.,;:!?)\]}…*'"”’])[.,;:!?)\]}…*'"”’]+$/u, "");
    const address = readAddress(bare, hasScheme);
    if (address !== null && !found.has(address.url)) {
      found.set(address.url, { text: text.slice(0, MOST_SHOWN), address });
    }
  };
  for (const [text] of mended.matchAll(IP)) take(text, true);
  for (const match of mended.matchAll(ADDRESS)) {
    const [text] = match;
    const hasScheme = /^h(?:tt|xx|\*\*)ps?/i.test(text) && text.includes("//");
    // A mail address, on either side of its "@".
    const isOfMail = mended[match.index - 1] === "@" || mended[match.index + text.length] === "@";
    if (isOfMail && !hasScheme) continue;
    take(text, hasScheme);
  }
  return [...found.values()];
}

function readAddress(text: string, hasScheme: boolean): Address | null {
  const parsed = parseAddress(text);
  if (!parsed.ok) return null;
  const { address } = parsed;
  if (address.kind !== "domain") return hasScheme ? address : null;
  // A scheme says that an address is meant, under whatever ending.
  if (hasScheme) return address;
  return isRegistrableName(address.host) && isLikelyName(address) ? address : null;
}

/** A sentence without a blank after its end ("khoa.De") is no address, nor is a number ("1.500.vn" aside). */
function isLikelyName({ host, path }: Address): boolean {
  const labels = host.split(".");
  const name = labels.at(-2) ?? "";
  if (host.startsWith("www.") || host.startsWith("xn--")) return true;
  if (!/[a-z]/.test(name)) return false;
  // A path says that an address is meant; the shortest names are shorteners: "t.ly/abc".
  return path.length > 1 || (name.length > 1 && !SENTENCE_ENDS.has(labels.at(-1) ?? ""));
}

/** Endings that are Vietnamese words as well and seldom seen in messages. */
const SENTENCE_ENDS = new Set(
  "de so la ma cam em vi ca mo to do am ai hoc my id th ms mp".split(" "),
);
