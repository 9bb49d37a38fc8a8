import { gsm7Length, ONE_SMS, toGsm7 } from "../../core/awareness/gsm7.ts";
import { fillSlots, type Template } from "../../core/awareness/template.ts";
import type { ChannelText } from "./channel-text.ts";
import type { Sender } from "./sender.ts";

/** Whether a template asks for nothing but the sender's name, so that it can be sent as it stands. */
export function isReady({ kind, title, text }: Template): boolean {
  const isNamed = /\{(?!unit\})/.test(`${text.vi}${text.en}`);
  return kind === "sms" && title === null && !isNamed;
}

/** An SMS ready to send in the sender's name; a name that leaves no room, or none, gives way to a general head. */
export function readyText(t: ChannelText, { text }: Template, { agency }: Sender): string {
  const filled = (name: string) => toGsm7(fillSlots(text[t.language], () => name));
  const general = filled(t("channel.head.form"));
  if (agency === null) return general;
  const signed = filled(agency);
  return (gsm7Length(signed) ?? Number.POSITIVE_INFINITY) <= ONE_SMS ? signed : general;
}
