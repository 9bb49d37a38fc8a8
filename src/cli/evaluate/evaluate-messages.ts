import type { MessageJudge } from "../../core/message/judge-message.ts";
import type { Level, Reason } from "../../core/verdict/verdict.ts";
import { type Rate, rate } from "./rate.ts";
import type { LabelledMessage } from "./read-messages.ts";

/** The verdict on one message, beside what is known of it. */
export interface MessageCase {
  /** Its place in the file, from 1. */
  id: number;
  level: Level;
  expect: "warn" | "none";
  reasons: Reason[];
}

interface Figures {
  recall: Rate;
  falsePositives: Rate;
}

export interface MessageSummary extends Figures {
  counts: { scam: number; benign: number };
  /** By how the phone shows the sender; "unknown" where the file does not say. */
  perSender: Record<string, Figures>;
  /** How often each reason was given, among scam and benign messages. */
  perReason: Record<string, { scam: number; benign: number }>;
}

/** Counts as found what is blocked or warned of. `onCase` is told every case in order. */
export function evaluateMessages(
  messages: readonly LabelledMessage[],
  judge: MessageJudge,
  onCase: (one: MessageCase) => void,
): MessageSummary {
  const all = emptyTally();
  const bySender = new Map<string, Tally>();
  const byReason = new Map<string, { scam: number; benign: number }>();
  for (const [at, { scam, sender, content }] of messages.entries()) {
    const { level, reasons } = judge(content, sender);
    const disturbed = level === "block" || level === "warn";
    const name = sender ?? "unknown";
    const ofSender = bySender.get(name) ?? emptyTally();
    bySender.set(name, ofSender);
    for (const tally of [all, ofSender]) {
      const [of, found] = scam ? (["scam", "found"] as const) : (["benign", "disturbed"] as const);
      tally[of]++;
      if (disturbed) tally[found]++;
    }
    if (disturbed) {
      for (const reason of new Set(reasons.map(reasonName))) {
        const count = byReason.get(reason) ?? { scam: 0, benign: 0 };
        count[scam ? "scam" : "benign"]++;
        byReason.set(reason, count);
      }
    }
    onCase({ id: at + 1, level, expect: scam ? "warn" : "none", reasons });
  }
  const sorted = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    counts: { scam: all.scam, benign: all.benign },
    ...figures(all),
    perSender: Object.fromEntries(sorted(bySender).map(([name, tally]) => [name, figures(tally)])),
    perReason: Object.fromEntries(sorted(byReason)),
  };
}

interface Tally {
  scam: number;
  found: number;
  benign: number;
  disturbed: number;
}

function emptyTally(): Tally {
  return { scam: 0, found: 0, benign: 0, disturbed: 0 };
}

function figures({ scam, found, benign, disturbed }: Tally): Figures {
  return { recall: rate(found, scam), falsePositives: rate(disturbed, benign) };
}

function reasonName(reason: Reason): string {
  return reason.code === "wording" ? `wording:${reason.wording}` : reason.code;
}
