import { type Address, parseAddress } from "../../../core/host/address.ts";
import type { Verdict } from "../../../core/verdict/verdict.ts";
import type { Ask, AskFailure } from "../ask-background.ts";

/** What the warning page knows of the address it was opened with. Only "listed" warns. */
export type Situation =
  | { kind: "checking" }
  /** What stands after "#" is no web address. */
  | { kind: "bad-address" }
  /** The background gave no answer. */
  | { kind: "failed"; failure: AskFailure }
  /** Nothing to warn of: anybody may open this page with any address, so it says nothing about it. */
  | { kind: "not-listed" }
  | { kind: "listed"; address: Address; verdict: Verdict };

/**
 * Finds out what there is to say about an address that nobody vouches for: it is parsed again, and the background is
 * asked again.
 *
 * @param raw everything after "#" in the page's own address
 */
export async function situationOf(raw: string, ask: Ask): Promise<Situation> {
  const parsed = parseAddress(raw);
  if (!parsed.ok) return { kind: "bad-address" };
  const asked = await ask({ type: "verdict", url: parsed.address.url });
  if (!asked.ok) return { kind: "failed", failure: asked.failure };
  if (!asked.answer.ok) return { kind: "bad-address" };
  const { verdict } = asked.answer;
  return verdict.level === "block" || verdict.level === "warn"
    ? { kind: "listed", address: parsed.address, verdict }
    : { kind: "not-listed" };
}
