import { plainAddress } from "./is-same-address.ts";
import type { Report } from "./report.ts";

/**
 * What a report is about, in a form that can be compared: the address, or the numbers and accounts of a scam without
 * one. Reports of one subject are decided together.
 */
export function reportSubject({
  kind,
  url,
  phones,
  accounts,
}: Pick<Report, "kind" | "url" | "phones" | "accounts">): string {
  const address = url === null ? null : (plainAddress(url) ?? url);
  // One page with or without encryption is one page.
  if (address !== null) return `${kind} ${address.replace(/^https?:\/\//, "")}`;
  const numbers = [...phones, ...accounts.map(({ number }) => number)];
  return `${kind} ${[...new Set(numbers)].sort().join(" ")}`;
}
