import { gsm7Length } from "../../core/awareness/gsm7.ts";
import type { Topic } from "../../core/awareness/topic.ts";
import type { ChannelText } from "./channel-text.ts";
import { loudspeakerText } from "./loudspeaker-text.ts";
import { chatText, emailText } from "./message-text.ts";
import type { Sender } from "./sender.ts";
import { smsText } from "./sms-text.ts";
import { secondsSpoken } from "./spoken.ts";

/** Channels that carry plain text. */
export const TEXT_CHANNELS = ["sms", "chat", "email", "loudspeaker"] as const;

export type TextChannel = (typeof TEXT_CHANNELS)[number];

export interface ChannelTextOfTopic {
  channel: TextChannel;
  text: string;
  /** How long it is, in the channel's own measure; null where that does not matter. */
  size: string | null;
}

/** A topic in every channel that carries plain text; an e-mail begins with its subject. */
export function channelTexts(t: ChannelText, topic: Topic, sender: Sender): ChannelTextOfTopic[] {
  const sms = smsText(t, topic, sender);
  const speech = loudspeakerText(t, topic, sender);
  const { subject, body } = emailText(t, topic, sender);
  return [
    {
      channel: "sms",
      text: sms,
      size: t("channel.size.sms", { used: gsm7Length(sms) ?? 0 }),
    },
    { channel: "chat", text: chatText(t, topic, sender), size: null },
    {
      channel: "email",
      text: `${t("channel.email.subject", { subject })}\n\n${body}`,
      size: null,
    },
    {
      channel: "loudspeaker",
      text: speech,
      size: t("channel.size.loudspeaker", { seconds: Math.round(secondsSpoken(speech)) }),
    },
  ];
}
