import { parse } from "tldts";

/**
 * The domain that somebody registered (eTLD+1), by the Public Suffix List, ICANN and private section: who rents
 * "shop.vercel.app" owns just that.
 *
 * @param host canonical host (see parseAddress)
 * @returns null for IP hosts and for public suffixes themselves
 */
export function registrableDomain(host: string): string | null {
  return parse(host, PSL).domain;
}

/** True if strangers register names below this host ("com.vn", "pages.dev"), so that no list may ever name it. */
export function isPublicSuffix(host: string): boolean {
  const parsed = parse(host, PSL);
  return parsed.publicSuffix === host && (parsed.isIcann === true || parsed.isPrivate === true);
}

/** True if the host stands under an ending that exists, below what a registry or a hoster lets: no "1.5" or "v2.final". */
export function isRegistrableName(host: string): boolean {
  const { domain, isIcann, isPrivate } = parse(host, PSL);
  return domain !== null && (isIcann === true || isPrivate === true);
}

const PSL = { allowPrivateDomains: true, extractHostname: false, validateHostname: false } as const;
