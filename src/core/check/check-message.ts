import {
  type ContactKnowledge,
  type ContactVerdict,
  judgeContact,
} from "../contact/judge-contact.ts";
import { excerptOf } from "../message/excerpt.ts";
import type { MessageJudge, MessageVerdict } from "../message/judge-message.ts";
import { listedNumbers } from "../message/listed-numbers.ts";
import type { Level } from "../verdict/verdict.ts";

/** A message with what is known of the numbers in it. */
export interface CheckedMessage {
  /** The worst of all that was found. */
  level: Level;
  verdict: MessageVerdict;
  /** Each number in it, of which mostly nothing is known. */
  contacts: ContactVerdict[];
}

/** Judges a message whose sender is not known, and the numbers in it. Takes any text; work is bounded. */
export function checkMessage(
  message: string,
  judge: MessageJudge,
  knowledge: ContactKnowledge,
): CheckedMessage {
  const verdict = judge(message, null);
  const { phones, accounts } = verdict.contacts;
  const told = new Set([...phones, ...accounts]);
  const hits = knowledge.list === null ? [] : listedNumbers(excerptOf(message), knowledge.list);
  const contacts = [
    ...phones.map((number) => judgeContact({ kind: "phone", number }, knowledge)),
    ...accounts.map((number) => judgeContact({ kind: "account", number, bank: null }, knowledge)),
    ...hits
      .filter(({ number }) => !told.has(number))
      .map(({ kind, number }) =>
        judgeContact(kind === "phone" ? { kind, number } : { kind, number, bank: null }, knowledge),
      ),
  ];
  const isListed = contacts.some(({ level }) => level === "block");
  return { level: isListed ? "block" : verdict.level, verdict, contacts };
}
