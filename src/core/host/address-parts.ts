import { toASCII, toUnicode } from "punycode/punycode.es6.js";
import type { Address } from "./address.ts";
import { findDisguised } from "./disguised-name.ts";
import { type AsciiOddLetter, type OddLetter, oddLetter } from "./look-alike-letters.ts";

/** A stretch of an address that is drawn in one way. */
export interface AddressPiece {
  text: string;
  /** Set if the piece is one letter that is not what it seems, or two that seem to be one. */
  odd: OddLetter | AsciiOddLetter | null;
  /** True if these are the letters of the imitated name, used by somebody who does not own it. */
  borrowed: boolean;
}

/** An address cut up for the eye: who owns it, and what merely decorates it. */
export interface AddressParts {
  /** Sub-domains with their closing dot; empty if there are none. */
  before: AddressPiece[];
  /** The part that somebody registered (or the IP address, or the whole host where nothing was registered). */
  domain: AddressPiece[];
  /** Port, path and query; empty for a bare host. */
  after: AddressPiece[];
  /** Letters that pass for others, each once, in order of appearance. */
  odd: (OddLetter | AsciiOddLetter)[];
  /** The imitated name as it stands in the address, or null. */
  borrowed: string | null;
  /** The host in A-labels, where it is shown in other letters above; otherwise null. */
  asciiHost: string | null;
}

const LONGEST_BEFORE = 48;
const LONGEST_DOMAIN = 80;
const LONGEST_AFTER = 64;
/** A shorter name ("mb", "acb") would be found in half of all addresses. */
const SHORTEST_BORROWED = 4;

/**
 * Cuts an address up for display. Long parts are shortened in the middle; the registered domain is always there.
 * Nothing in the result can reorder or hide text: hosts are shown in Unicode only where every letter is Latin,
 * Greek, Cyrillic or Armenian without loose marks, and remain A-labels otherwise; the rest of a WHATWG URL is ASCII.
 *
 * @param registered the host's registrable domain (see domain.ts), or null where there is none or it is not known yet:
 *   then the whole host is the domain. A parameter, because the Public Suffix List behind it is large and slow to load
 * @param names spellings of the imitated brand in lower case ("vietcombank"), to mark where the address borrows them
 */
export function addressParts(
  address: Address,
  registered: string | null,
  names: readonly string[] = [],
): AddressParts {
  const ownHost = registered ?? address.host;
  const host = address.kind === "ipv6" ? `[${ownHost}]` : unicodeHost(ownHost);
  const subdomains = unicodeHost(address.host.slice(0, address.host.length - ownHost.length));
  const rest = address.url.replace(/^https?:\/\/[^/?#]*/, "");
  const after = `${address.port === "" ? "" : `:${address.port}`}${rest === "/" ? "" : rest}`;

  const needles = names.filter((name) => name.length >= SHORTEST_BORROWED);
  const cut = (text: string, longest: number) => pieces(shortened(text, longest), needles);
  const parts = {
    before: cut(subdomains, LONGEST_BEFORE),
    domain: cut(host, LONGEST_DOMAIN),
    after: cut(after, LONGEST_AFTER),
  };
  const all = [...parts.before, ...parts.domain, ...parts.after];
  const odd = new Map(all.flatMap(({ odd }) => (odd ? [[odd.letter, odd] as const] : [])));
  return {
    ...parts,
    odd: [...odd.values()],
    borrowed: all.find(({ borrowed }) => borrowed)?.text ?? null,
    asciiHost: subdomains + host === bracketed(address) ? null : address.host,
  };
}

function bracketed({ host, kind }: Address): string {
  return kind === "ipv6" ? `[${host}]` : host;
}

/** Letters that read from left to right and whose look-alikes we can name; see addressParts. */
const SHOWN_LABEL = /^[-0-9\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Armenian}]+$/u;
/** Click letters that pass for "!" and "|", loose marks, and rare letters that shortening could cut in two. */
const NEVER_SHOWN = /[\u01c0-\u01c3\p{M}\p{Lm}\u{10000}-\u{10ffff}]/u;

/** A-labels → Unicode, label by label; a label that could deceive stays as it is. */
function unicodeHost(host: string): string {
  return host.split(".").map(unicodeLabel).join(".");
}

function unicodeLabel(label: string): string {
  if (!label.startsWith("xn--")) return label;
  let shown: string;
  try {
    shown = toUnicode(label);
  } catch {
    // RFC 3492 could not be undone: the A-label is the truthful spelling.
    return label;
  }
  const faithful = toASCII(shown) === label && shown === shown.normalize("NFC").toLowerCase();
  return faithful && SHOWN_LABEL.test(shown) && !NEVER_SHOWN.test(shown) ? shown : label;
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = longest - 1;
  const head = Math.ceil(kept * 0.6);
  return `${text.slice(0, head)}…${text.slice(text.length - (kept - head))}`;
}

function pieces(text: string, names: readonly string[]): AddressPiece[] {
  const found = names
    .map((name) => ({ at: text.toLowerCase().indexOf(name), length: name.length }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => b.length - a.length || a.at - b.at)[0];
  if (!found) return disguised(text, names) ?? byLetter(text);
  const end = found.at + found.length;
  return [
    ...byLetter(text.slice(0, found.at)),
    { text: text.slice(found.at, end), odd: null, borrowed: true },
    ...byLetter(text.slice(end)),
  ];
}

/** The pieces of a text in which a name is spelt with look-alikes, or null if none is. */
function disguised(text: string, names: readonly string[]): AddressPiece[] | null {
  for (const name of names) {
    const found = findDisguised(text.toLowerCase(), name);
    if (found === null) continue;
    const parts = found.parts.map((part) => ({ ...part, borrowed: false }));
    const end = found.at + parts.reduce((sum, part) => sum + part.text.length, 0);
    return [...byLetter(text.slice(0, found.at)), ...parts, ...byLetter(text.slice(end))];
  }
  return null;
}

function byLetter(text: string): AddressPiece[] {
  const result: AddressPiece[] = [];
  let plain = "";
  const close = () => {
    if (plain !== "") result.push({ text: plain, odd: null, borrowed: false });
    plain = "";
  };
  for (const letter of text) {
    const odd = oddLetter(letter);
    if (odd) {
      close();
      result.push({ text: letter, odd, borrowed: false });
    } else plain += letter;
  }
  close();
  return result;
}
