import { publisherIn } from "../../core/awareness/source.ts";
import type { Topic } from "../../core/awareness/topic.ts";
import { dayText, partialDayText } from "../time-text.ts";
import type { ChannelText } from "./channel-text.ts";
import type { Sender } from "./sender.ts";

/** Signs and deeds that a message shows: more are not read. */
const SHOWN = 3;

/** The topic as a message for Zalo and other chats. It carries no link: that is the habit we teach people to distrust. */
export function chatText(t: ChannelText, topic: Topic, sender: Sender): string {
  const head = `${headOf(t, topic)}: ${topic.title[t.language]}`;
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
  const head = headOf(t, topic);
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

/** What a text about the topic begins with; a warning that is over says so. */
export function headOf(t: ChannelText, { kind, past }: Pick<Topic, "kind" | "past">): string {
  return past ? t("channel.head.past") : t(`channel.head.${kind}`);
}

/** Who warned, when, and how long it holds, or what a lesson rests on; null where this project speaks for itself. */
export function sourceLine(t: ChannelText, topic: Topic): string | null {
  const { issuer, date, source: best } = topic;
  if (issuer === null) {
    if (best === null) return null;
    const publisher = publisherIn(t.language, best);
    return best.date === null
      ? t("channel.sourceUndated", { publisher })
      : t("channel.sourceDated", { publisher, date: partialDayText(t, best.date) });
  }
  const source = t("channel.source", { issuer: issuer[t.language], date: dayText(t, date) });
  return [source, untilText(t, topic)].filter(Boolean).join(" ");
}

/** How long a warning holds, or since when it no longer does; null for what has no end. */
export function untilText(
  t: ChannelText,
  { until, past }: Pick<Topic, "until" | "past">,
): string | null {
  if (until === null) return null;
  return t(past ? "channel.pastSince" : "channel.until", { date: dayText(t, until) });
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
