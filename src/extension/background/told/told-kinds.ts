import { type ContentKind, isContentKind } from "../../../core/awareness/content-kind.ts";

/**
 * Kinds of artifacts that are told to people, what became of their reports too, or asked by them: they come after the
 * lists and can't hold those up.
 */
export type ToldKind = ContentKind | "contacts" | "decisions";

/** False for lists and brands, and for kinds that this version does not know. */
export function isToldKind(kind: string): kind is ToldKind {
  return kind === "contacts" || kind === "decisions" || isContentKind(kind);
}

/** @throws Error that says where the artifact differs from its shape */
export async function checkTold(kind: ToldKind, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (kind === "contacts")
    (await import("../../../core/contact/contact-list.ts")).openContacts(bytes);
  else if (kind === "decisions")
    (await import("../../../core/report/decisions.ts")).readDecisions(bytes);
  else
    (await import("../../../core/awareness/content-artifacts.ts")).readContentArtifact(kind, bytes);
}
