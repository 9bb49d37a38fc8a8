import { gsm7Length, ONE_SMS, toGsm7 } from "../../core/awareness/gsm7.ts";
import type { Topic } from "../../core/awareness/topic.ts";
import type { ChannelText } from "./channel-text.ts";
import { headOf } from "./message-text.ts";
import type { Sender } from "./sender.ts";
import { smsNames } from "./sms-names.ts";

/**
 * The topic as one SMS: 160 septets of GSM-7 at most, Vietnamese without diacritics. It is put together from whole
 * sentences, so that no word is cut, and what to do comes before everything else. It never carries a link of ours.
 */
export function smsText(t: ChannelText, topic: Topic, { agency, phone }: Sender): string {
  const { language } = t;
  const plain = `${headOf(t, topic)}:`;
  // Under its name an agency warns of what is; what is over is called so.
  const signed = smsNames(agency).map((name) => `${name}:${topic.past ? ` ${plain}` : ""}`);
  // A name that leaves no room for what to do is left out.
  const head = signed.find((name) => fits([name, t("sms.general")])) ?? plain;
  const todo = topic.todo.map((one) => one[language]);
  const own = todo.slice(0, topic.own);
  const bodies = [
    [topic.what[language], ...own],
    [stopped(topic.title[language]), ...own],
    [topic.what[language], ...own.slice(0, 1)],
    [stopped(topic.title[language]), ...own.slice(0, 1)],
    own,
    own.slice(0, 1),
    [stopped(topic.title[language]), t("sms.general")],
    [t("sms.general")],
  ];
  const body = bodies.find((parts) => fits([head, ...parts])) ?? [t("sms.general")];
  const rest = [
    ...(phone === null ? [] : [t("sms.ask", { phone })]),
    t("sms.late"),
    ...todo.slice(topic.own),
  ].filter((part) => !body.includes(part));
  const parts = [head, ...body];
  for (const part of rest) if (fits([...parts, part])) parts.push(part);
  return toGsm7(parts.join(" "));
}

function fits(parts: readonly string[]): boolean {
  return (gsm7Length(toGsm7(parts.join(" "))) ?? Number.POSITIVE_INFINITY) <= ONE_SMS;
}

function stopped(title: string): string {
  return /[.!?…]$/.test(title) ? title : `${title}.`;
}
