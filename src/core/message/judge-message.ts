import { officialSiteOf } from "../lookalike/brands.ts";
import type { Knowledge } from "../verdict/judge.ts";
import type { Level, Reason, Verdict } from "../verdict/verdict.ts";
import { asksForVote } from "./asks-for-vote.ts";
import type { Sender } from "./features.ts";
import type { Contacts } from "./find-contacts.ts";
import { hasHook } from "./has-hook.ts";
import type { MessageModel } from "./message-model.ts";
import { isPlainTrap } from "./plain-trap.ts";
import type { Plea } from "./plea-in.ts";
import { createMessageReader, messageFeatures, type ReadMessage } from "./read-facts.ts";
import { FORM_OF_TRAP } from "./traps/form-of-trap.ts";

/** A verdict on a message: that on its worst address, or what its wording says. */
export interface MessageVerdict extends Verdict {
  /** Every address in it with its own verdict, in order of appearance. */
  addresses: { text: string; host: string; level: Level }[];
  contacts: Contacts;
  /** How likely the model takes it for a scam, 0 to 1. */
  probability: number;
}

/** Judges one message. `sender` as the phone shows it, or null if it is not known. */
export type MessageJudge = (message: string, sender: Sender | null) => MessageVerdict;

/**
 * Judges the texts of SMS, chats and e-mails. A listed address blocks, one that imitates a brand warns; where the
 * addresses say nothing, the words are weighed by the model. Takes any text; work is bounded (see readMessage).
 */
export function createMessageJudge(knowledge: Knowledge, model: MessageModel): MessageJudge {
  const read = createMessageReader(knowledge);
  return (message, sender) => {
    const facts = read(message, sender);
    const probability = model.probability(messageFeatures(facts));
    const { addresses, elsewhere } = facts;
    const worst = addresses.reduce<Verdict | null>(
      (worst, { verdict }) =>
        worst === null || SEVERITY[verdict.level] > SEVERITY[worst.level] ? verdict : worst,
      null,
    );
    const found = {
      addresses: addresses.map(({ text, host, verdict }) => ({ text, host, level: verdict.level })),
      contacts: facts.contacts,
      probability: Number(probability.toFixed(4)),
    };
    // Where there is no link, none can be told to be opened.
    const said = facts.wording.filter((one) => one !== "ask-login" || addresses.length > 0);
    const words = [...facts.traps, ...said].map(
      (wording): Reason => ({ code: "wording", wording }),
    );
    if (worst !== null && (worst.level === "block" || worst.level === "warn")) {
      return { ...worst, reasons: [...worst.reasons, ...words], ...found };
    }
    const { feedVersion } = knowledge;
    const { known, unknown } = model.threshold;
    const likely = probability >= (sender === null ? unknown : known) && hasHook(facts);
    if (!likely && !isPlainTrap(facts)) {
      const reasons: Reason[] = [{ code: "nothing-known" }];
      return { level: "none", scope: null, source: "unknown", reasons, feedVersion, ...found };
    }
    const reasons: Reason[] = words;
    const { plea } = facts;
    if (plea !== null) reasons.unshift({ code: "plea" });
    const vote = asksForVote(facts);
    if (vote) reasons.unshift({ code: "vote" });
    if (elsewhere !== null) reasons.unshift({ code: "brand-elsewhere", brand: elsewhere.name });
    if (facts.text.noise > MUCH_NOISE) reasons.push({ code: "disguised-letters" });
    if (likely || reasons.length === 0) reasons.push({ code: "like-scam-messages" });
    const form = formOf(facts, vote);
    const officialSite = elsewhere === null ? null : officialSiteOf(elsewhere);
    return {
      level: "warn",
      scope: null,
      source: "evidence",
      reasons,
      ...(elsewhere === null ? {} : { brand: elsewhere.name }),
      ...(officialSite === null ? {} : { officialSite }),
      ...(form === null ? {} : { form }),
      feedVersion,
      ...found,
    };
  };
}

function formOf({ plea, traps }: ReadMessage, vote: boolean): string | null {
  if (vote) return FORM_OF_PLEA.relative;
  if (plea !== null) return FORM_OF_PLEA[plea];
  return traps.map((trap) => FORM_OF_TRAP[trap]).find((form) => form !== undefined) ?? null;
}

/** Ids of src/content: a caller tells of somebody in hospital, or a friend's account is in other hands. */
const FORM_OF_PLEA: Readonly<Record<Plea, string>> = {
  hospital: "fake-teacher-medic-emergency",
  relative: "social-account-takeover",
};
const SEVERITY: Readonly<Record<Level, number>> = { official: 0, none: 1, warn: 2, block: 3 };
/** Signs between letters by the hundred characters, from which on they are no slips. */
const MUCH_NOISE = 3;
