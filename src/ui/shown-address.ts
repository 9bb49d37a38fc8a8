import { parseAddress } from "../core/host/address.ts";
import { addressParts } from "../core/host/address-parts.ts";

/** The name of a list entry ("host", "host/path") within a sentence, spelt as AddressView spells addresses. */
export function shownAddress(entry: string): string {
  const parsed = parseAddress(entry);
  if (!parsed.ok) return entry;
  const { before, domain, after } = addressParts(parsed.address, null);
  return [...before, ...domain, ...after].map(({ text }) => text).join("");
}
