import { gsm7Length, ONE_SMS, toGsm7 } from "../../core/awareness/gsm7.ts";
import { fillTemplate, type Slot, type Template } from "../../core/awareness/template.ts";
import type { Text } from "../../core/awareness/text.ts";
import type { ThisWeek } from "../../core/awareness/this-week.ts";
import type { ChannelText } from "./channel-text.ts";
import { sourceLine } from "./message-text.ts";
import type { Sender } from "./sender.ts";
import { secondsSpoken, spoken } from "./spoken.ts";
import { toListeners } from "./to-listeners.ts";

/** A text that can be sent or read out as it stands. */
export interface ReadyText {
  id: string;
  kind: Template["kind"];
  /** What it is for. */
  use: Text;
  text: string;
  /** How long it is, in the channel's own measure; null where that does not matter. */
  size: string | null;
}

/** Signs and deeds of the week that a message shows: more are not read. */
const SHOWN = 3;

/** The content's ready-made texts in the sender's name; those for every week speak of what is told in this one. */
export function readyTexts(
  t: ChannelText,
  templates: readonly Template[],
  sender: Sender,
  week: ThisWeek,
): ReadyText[] {
  const { language } = t;
  return templates.map((template) => {
    const { id, kind, use, title } = template;
    const about = { id, kind, use };
    if (kind === "sms") {
      const text = readySms(t, template, sender);
      return { ...about, text, size: t("channel.size.sms", { used: gsm7Length(text) ?? 0 }) };
    }
    const fill = (slot: Slot) => fillingOf(slot, t, sender, week);
    if (kind === "message") {
      const whole =
        title === null
          ? template.text[language]
          : `${title[language]}\n\n${template.text[language]}`;
      return { ...about, text: fillTemplate(whole, fill), size: null };
    }
    const forEars = fillTemplate(template.text[language], (slot) => {
      const said = fill(slot);
      return said === null || slot === "unit" ? said : toListeners(said, language);
    });
    const text = spoken(forEars, language);
    const seconds = Math.round(secondsSpoken(text));
    return { ...about, text, size: t("channel.size.loudspeaker", { seconds }) };
  });
}

function fillingOf(
  slot: Slot,
  t: ChannelText,
  { agency, phone }: Sender,
  { number, topic }: ThisWeek,
): string | null {
  const said = (texts: readonly Text[]) => texts.map((text) => text[t.language]);
  const listed = (texts: readonly Text[]) =>
    texts.length === 0
      ? null
      : said(texts.slice(0, SHOWN))
          .map((line) => `• ${line}`)
          .join("\n");
  switch (slot) {
    case "unit":
      return agency;
    case "phone":
      return phone;
    case "week":
      return String(number);
    case "title":
      return topic?.title[t.language] ?? null;
    case "what":
      return topic?.what[t.language] ?? null;
    case "todo":
      return topic && listed(topic.todo);
    case "deed":
      // Nothing is said twice.
      return (
        topic &&
        said(topic.todo.slice(0, 1))
          .filter((one) => one !== topic.what[t.language])
          .join("")
      );
    case "signs":
      return topic && listed(topic.signs);
    case "source":
      return topic && sourceLine(t, topic);
  }
}

/** A name that leaves no room in an SMS, or none, gives way to a general head. */
function readySms(t: ChannelText, { text }: Template, { agency }: Sender): string {
  const filled = (name: string) => toGsm7(fillTemplate(text[t.language], () => name));
  const general = filled(t("channel.head.form"));
  if (agency === null) return general;
  const signed = filled(agency);
  return (gsm7Length(signed) ?? Number.POSITIVE_INFINITY) <= ONE_SMS ? signed : general;
}
