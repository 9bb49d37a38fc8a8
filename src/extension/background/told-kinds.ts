import {
  type ContentKind,
  isContentKind,
  readContentArtifact,
} from "../../core/awareness/content-artifacts.ts";
import { openContacts } from "../../core/contact/contact-list.ts";
import { readDecisions } from "../../core/report/decisions.ts";

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
export function checkTold(kind: ToldKind, bytes: Uint8Array<ArrayBuffer>): void {
  if (kind === "contacts") openContacts(bytes);
  else if (kind === "decisions") readDecisions(bytes);
  else readContentArtifact(kind, bytes);
}
