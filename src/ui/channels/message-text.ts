import type { Topic } from "../../core/awareness/topic.ts";
import { dayText } from "../time-text.ts";
import type { ChannelText } from "./channel-text.ts";
import type { Sender } from "./sender.ts";

/** Signs and deeds that a message shows: more are not read. */
const SHOWN = 3;

/** The topic as a message for Zalo and other chats. It carries no link: that is the habit we teach people to distrust. */
export function chatText(t: ChannelText, topic: Topic, sender: Sender): string {
  const head = `${t(`channel.head.${topic.kind}`)}: ${topic.title[t.language]}`;
  return joined([
    head.toLocaleUpperCase(t.language),
    ...bodyOf(t, topic, sender),
    sender.agency === null ? "" : t("chat.sign", { agency: sender.agency }),
  ]);
}

/** The topic as an e-mail in plain text. */
export function emailText(
  t: ChannelText,
  topic: Topic,
  sender: Sender,
): { subject: string; body: string } {
  const head = t(`channel.head.${topic.kind}`);
  const title = topic.title[t.language];
  const { agency } = sender;
  return {
    subject:
      agency === null
        ? t("email.subject", { head, title })
        : t("email.subjectOf", { agency, head, title }),
    body: joined([
      t("email.greeting"),
      ...bodyOf(t, topic, sender),
      agency === null ? "" : `${t("email.closing")}\n${agency}`,
    ]),
  };
}

/** What is to be done once the scam has worked, wherever there is room for three lines. */
export function lateLines(t: ChannelText): string[] {
  return [t("channel.late.bank"), t("channel.late.evidence"), t("channel.late.police")];
}

/** Who warned, and when; null where this project speaks for itself. */
export function sourceLine(t: ChannelText, { issuer, date }: Topic): string | null {
  if (issuer === null) return null;
  return t("channel.source", { issuer: issuer[t.language], date: dayText(t, date) });
}

function bodyOf(t: ChannelText, topic: Topic, { phone }: Sender): string[] {
  const inLanguage = (texts: Topic["todo"]) => texts.map((text) => text[t.language]);
  return [
    topic.what[t.language],
    section(t("channel.signs"), inLanguage(topic.signs).slice(0, SHOWN)),
    section(t("channel.todo"), inLanguage(topic.todo).slice(0, Math.max(SHOWN, topic.own))),
    section(t("channel.late"), lateLines(t)),
    phone === null ? "" : t("channel.ask", { phone }),
    t("channel.passOn"),
    sourceLine(t, topic) ?? "",
  ];
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [`${title}:`, ...lines.map((line) => `• ${line}`)].join("\n");
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
