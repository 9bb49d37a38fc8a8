import type { AddressKind } from "./features.ts";
import type { ReadMessage } from "./read-facts.ts";

const VOTE = /\b(?:binh chon|bau chon|vote)\b/;
/** As friends ask each other, not as houses ask their customers. */
const AS_A_FRIEND = /\b(?:giup|ho|nho|ung ho|cho (?:chau|be|con|em|anh|chi|minh|bon minh))\b/;
/** Hosts of which nobody says whose they are. */
const STRANGE: ReadonlySet<AddressKind> = new Set(["cheap", "other", "shortener"]);

/**
 * Whether somebody asks for a vote at an address that is nobody's known one: there the reader is asked to log in, and
 * loses his account, as the friend whose account writes has lost his.
 */
export function asksForVote({ text, addresses }: ReadMessage): boolean {
  return (
    VOTE.test(text.folded) &&
    AS_A_FRIEND.test(text.folded) &&
    addresses.some(({ kind }) => STRANGE.has(kind))
  );
}
