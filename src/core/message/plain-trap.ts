import { asksForVote } from "./asks-for-vote.ts";
import type { ReadMessage } from "./read-facts.ts";
import { givesCode, type Wording } from "./wording.ts";

/**
 * A trap, a plea, or a threat or a lure together with an ask, no address of a known house beside them: said so, no model
 * is needed. The models of later years may forget what such messages were; people must not be left without a warning.
 */
export function isPlainTrap(message: ReadMessage): boolean {
  const { manner, wording, addresses, sender, elsewhere } = message;
  if (manner.includes("warns-itself")) return false;
  if (addresses.some(({ kind }) => kind === "official")) return false;
  if (sender === "brandname" || sender === "shortcode") return false;
  if (sender === "personal_number" && speaksForBank(message)) return true;
  const has = (...some: Wording[]) => some.some((one) => wording.includes(one));
  if (message.plea !== null || message.traps.length > 0 || asksForVote(message)) return true;
  if (message.warnsOthers) return false;
  const doubtful = addresses.length > 0 && has("ask-login");
  return (
    (has("threat-arrest") && has("urgency", "ask-transfer", "ask-install") && has(...ASKS)) ||
    (has("threat-cut-off") && doubtful && elsewhere !== null) ||
    (has("task-pay") && has("ask-contact") && has("return", "prize", "urgency"))
  );
}

const ASKS: readonly Wording[] = [
  "ask-contact",
  "ask-transfer",
  "ask-otp",
  "ask-install",
  "ask-login",
];

/** Sectors whose houses write from their name alone. */
const BANKING = new Set(["bank", "digital-bank", "wallet", "payment", "consumer-finance"]);

/** Whether it speaks as a bank does, codes aside, which come by other ways from abroad. */
function speaksForBank({ text, named, signedBy, manner }: ReadMessage): boolean {
  if (givesCode(text.words)) return false;
  if (signedBy !== null) return BANKING.has(signedBy.sector);
  return (
    named.some(({ sector }) => BANKING.has(sector)) &&
    manner.includes("courteous") &&
    !manner.includes("familiar")
  );
}
