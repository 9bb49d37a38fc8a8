import { type Address, parseAddress } from "../core/host/address.ts";

/**
 * The start page of a real site, over https, or null if the name from the list is no plain host.
 *
 * @param host the verdict's `officialSite`
 */
export function addressOfSite(host: string | undefined): Address | null {
  if (host === undefined || !/^[a-z0-9.-]+$/.test(host)) return null;
  const parsed = parseAddress(`https://${host}/`);
  return parsed.ok && parsed.address.kind === "domain" ? parsed.address : null;
}
