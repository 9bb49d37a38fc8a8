import { parseAddress } from "../host/address.ts";
import { isTracking } from "../host/tracking-parameters.ts";

/** Whether two addresses, as people or browsers write them, are one; what only tracks a visitor makes no difference. */
export function isSameAddress(a: string, b: string): boolean {
  const one = plainAddress(a);
  return one !== null && one === plainAddress(b);
}

/** An address in one spelling, without what only tracks a visitor; null if it is none. */
export function plainAddress(written: string): string | null {
  const parsed = parseAddress(written);
  if (!parsed.ok) return null;
  const [base = "", query = ""] = parsed.address.url.split(/\?(.*)/s);
  const kept = query.split("&").filter((part) => part !== "" && !isTracking(part));
  return kept.length === 0 ? base : `${base}?${kept.join("&")}`;
}
