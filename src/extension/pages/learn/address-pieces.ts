import type { Address } from "../../../core/host/address.ts";

/** What a piece of an address tells of its owner: only "owner" is the name that somebody registered. */
export type AddressRole = "sub" | "owner" | "ending" | "path";

export interface RolePiece {
  text: string;
  /** The sign before it: "", "." or "/". */
  before: string;
  role: AddressRole;
}

/**
 * Cuts an address into the pieces that people confuse.
 *
 * @param domain its registrable domain
 */
export function addressPieces({ host, url }: Address, domain: string): RolePiece[] {
  const labels = host.split(".");
  const owner = labels.length - domain.split(".").length;
  const path = url
    .replace(/^https?:\/\/[^/]*/, "")
    .split("/")
    .filter((part) => part !== "");
  return [
    ...labels.map(
      (text, index): RolePiece => ({
        text,
        before: index === 0 ? "" : ".",
        role: index < owner ? "sub" : index === owner ? "owner" : "ending",
      }),
    ),
    ...path.map((text): RolePiece => ({ text, before: "/", role: "path" })),
  ];
}
