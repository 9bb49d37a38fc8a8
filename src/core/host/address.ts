/** Longest address that is looked at: Chromium's own limit for a URL, in UTF-16 code units. */
export const MAX_ADDRESS_LENGTH = 2 * 1024 * 1024;

export type HostKind = "domain" | "ipv4" | "ipv6";

/** A web address in canonical form. Two spellings that a browser sends to the same server are equal here. */
export interface Address {
  /** The whole address as WHATWG URL serialises it, without credentials and fragment. */
  url: string;
  scheme: "http" | "https";
  /**
   * Lower-case A-labels without a trailing dot; IPv4 in dotted decimal, also where it was
   * written within IPv6; other IPv6 compressed, without brackets.
   */
  host: string;
  kind: HostKind;
  /** Decimal, or empty for the scheme's own port. */
  port: string;
  /** Canonical path, starting with "/": see canonicalPath. */
  path: string;
  /** Query without "?", percent-encoding as given; empty if there is none. */
  query: string;
  /**
   * The user name before "@", as WHATWG URL serialises it, which scams use to show a false host; ":" for a password
   * alone, empty if there is neither. The password goes no further.
   */
  credentials: string;
}

export type AddressProblem = "empty" | "too-long" | "not-web" | "malformed";

export type AddressResult = { ok: true; address: Address } | { ok: false; problem: AddressProblem };

const WEB_SCHEMES = new Set(["http:", "https:"]);
/**
 * RFC 3986 §3.1. What people write without a scheme must not be taken for one: "host:8080", and "bank.vn:x@evil.vn",
 * which no scheme in use looks like unless slashes follow. The other way round "tel:113" is no host.
 */
const SCHEME =
  /^[a-z][a-z0-9+.-]*:[/\\]{2}|^(?:tel|sms|javascript):|^[a-z][a-z0-9+-]*:(?!\d+(?:[/?#]|$))/i;

/** DNS has no such names, so nobody can visit them. */
const EMPTY_LABEL = /^$|^\.|\.\.|\.$/;

/**
 * Reads an address as a browser would (WHATWG URL Standard), or a bare host as a person would write it.
 *
 * @param input an absolute URL, or a host with optional port, path and query ("vietcombank.com.vn/dang-nhap")
 * @returns the canonical address, or the problem; never throws
 */
export function parseAddress(input: string): AddressResult {
  if (input.length > MAX_ADDRESS_LENGTH) return { ok: false, problem: "too-long" };
  const text = bare(input);
  if (text === "") return { ok: false, problem: "empty" };
  const given = SCHEME.test(text) ? text : `https://${text.replace(/^\/\//, "")}`;
  let url: URL;
  try {
    url = new URL(given);
  } catch {
    return { ok: false, problem: "malformed" };
  }
  return fromUrl(url);
}

/** The text without what the URL Standard ignores: spaces and controls around it, tabs and line breaks anywhere. */
function bare(input: string): string {
  let from = 0;
  let to = input.length;
  while (from < to && input.charCodeAt(from) <= 0x20) from++;
  while (to > from && input.charCodeAt(to - 1) <= 0x20) to--;
  const text = input.slice(from, to).trim();
  return /[\t\n\r]/.test(text) ? text.replace(/[\t\n\r]/g, "") : text;
}

function fromUrl(url: URL): AddressResult {
  if (!WEB_SCHEMES.has(url.protocol)) return { ok: false, problem: "not-web" };
  const host = bareHost(url.hostname);
  if (host.length > 253 || EMPTY_LABEL.test(host)) {
    return { ok: false, problem: "malformed" };
  }
  const scheme = url.protocol === "http:" ? "http" : "https";
  const path = canonicalPath(url.pathname);
  const query = url.search.slice(1);
  const kind = hostKind(host);
  const authority =
    (kind === "ipv6" ? `[${host}]` : host) + (url.port === "" ? "" : `:${url.port}`);
  return {
    ok: true,
    address: {
      url: `${scheme}://${authority}${url.pathname}${url.search}`,
      scheme,
      host,
      kind,
      port: url.port,
      path,
      query,
      credentials: url.username || (url.password === "" ? "" : ":"),
    },
  };
}

/** "evil.example." and "evil.example" reach the same server (RFC 1034 §3.1), so the root dot goes; so do brackets. */
function bareHost(hostname: string): string {
  if (hostname.startsWith("[")) {
    const host = hostname.slice(1, -1);
    return embeddedIpv4(host) ?? host;
  }
  return hostname.endsWith(".") ? hostname.slice(0, -1) : hostname;
}

/**
 * The IPv4 host that an IPv6 address stands for: mapped (RFC 4291 §2.5.5.2), behind NAT64 (RFC 6052 §2.1), or with 6to4
 * (RFC 3056 §2), where the IPv4 host owns all addresses of its prefix. Null for any other address.
 *
 * @param host IPv6 as the URL Standard serialises it, without brackets
 */
function embeddedIpv4(host: string): string | null {
  if (!/^(?:::ffff:|64:ff9b:|2002:)/.test(host)) return null;
  const [head = "", tail] = host.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => "0");
  const groups = [...first, ...zeros, ...last].map((group) => Number.parseInt(group, 16));
  const prefix = groups.slice(0, 6).map((group) => group.toString(16));
  if (prefix[0] === "2002") return dottedDecimal(groups.slice(1, 3));
  const isEmbedded = ["0:0:0:0:0:ffff", "64:ff9b:0:0:0:0"].includes(prefix.join(":"));
  return isEmbedded ? dottedDecimal(groups.slice(6)) : null;
}

/** @param halves two groups of 16 bits */
function dottedDecimal(halves: readonly number[]): string {
  return halves.map((half) => `${half >> 8}.${half & 0xff}`).join(".");
}

function hostKind(host: string): HostKind {
  if (host.includes(":")) return "ipv6";
  // WHATWG: a host whose last label is numeric has been parsed as IPv4 or refused, so digits mean IPv4.
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) ? "ipv4" : "domain";
}

/**
 * Brings a path to the one spelling that entries are kept in: runs of slashes made one, percent-encoding as in
 * canonicalEncoding.
 *
 * @param pathname as WHATWG URL gives it, starting with "/"
 */
export function canonicalPath(pathname: string): string {
  return canonicalEncoding(pathname).replace(/\/{2,}/g, "/");
}

/** Percent-encoded unreserved characters decoded, the rest of percent-encoding in upper case (RFC 3986 §6.2.2). */
export function canonicalEncoding(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (encoded, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : encoded.toUpperCase();
  });
}

/** The host itself, then each parent: "a.b.example" → "a.b.example", "b.example", "example". IP hosts have no parents. */
export function hostWithParents(host: string, kind: HostKind): string[] {
  if (kind !== "domain") return [host];
  const walk = [host];
  for (let dot = host.indexOf("."); dot !== -1; dot = host.indexOf(".", dot + 1)) {
    walk.push(host.slice(dot + 1));
  }
  return walk;
}
