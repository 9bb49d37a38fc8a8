import { toHex } from "./hex.ts";
import type { Delegations, RoleKeys } from "./metadata.ts";
import { matchesPattern } from "./path-pattern.ts";
import type { FeedCrypto } from "./types.ts";

/** A role that a target path leads to. */
export interface DelegatedRole {
  name: string;
  /** If true and the role has no answer, the search ends there. */
  terminating: boolean;
}

/** The roles that are trusted with a path, in the order in which they are to be asked (§4.5, §5.6.7). */
export async function delegatedRoles(
  delegations: Delegations,
  path: string,
  crypto: FeedCrypto,
): Promise<DelegatedRole[]> {
  const hash = toHex(await crypto.digest("SHA-256", new TextEncoder().encode(path)));
  const { roles, succinct_roles: bins } = delegations;
  if (bins !== undefined) {
    const number = Number.parseInt(hash.slice(0, 8), 16) >>> (32 - bins.bit_length);
    // TAP 15: a path has one bin and no other, so every bin is terminating.
    return [{ name: binName(bins.name_prefix, bins.bit_length, number), terminating: true }];
  }
  return (roles ?? []).filter(
    ({ paths, path_hash_prefixes: prefixes }) =>
      paths?.some((pattern) => matchesPattern(path, pattern)) ??
      prefixes?.some((prefix) => hash.startsWith(prefix)),
  );
}

/** Which keys sign for a delegated role, or null if the role is not delegated here. */
export function keysOfRole(delegations: Delegations, name: string): RoleKeys | null {
  const { roles, succinct_roles: bins } = delegations;
  if (bins === undefined) return roles?.find((role) => role.name === name) ?? null;
  const suffix = name.startsWith(`${bins.name_prefix}-`)
    ? name.slice(bins.name_prefix.length + 1)
    : "";
  const number = /^[0-9a-f]+$/.test(suffix) ? Number.parseInt(suffix, 16) : Number.NaN;
  const isBin =
    number < 2 ** bins.bit_length && name === binName(bins.name_prefix, bins.bit_length, number);
  return isBin ? bins : null;
}

/** Hex, padded to the width of the largest number (TAP 15). */
function binName(prefix: string, bitLength: number, number: number): string {
  return `${prefix}-${number.toString(16).padStart(Math.ceil(bitLength / 4), "0")}`;
}
