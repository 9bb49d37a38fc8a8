import { gsm7Length, ONE_SMS, toGsm7 } from "../../core/awareness/gsm7.ts";
import { fillTemplate, type Slot, type Template } from "../../core/awareness/template.ts";
import type { Text } from "../../core/awareness/text.ts";
import type { ThisWeek } from "../../core/awareness/this-week.ts";
import { sentences } from "../../core/awareness/topic.ts";
import type { ChannelText } from "./channel-text.ts";
import { sourceLine } from "./message-text.ts";
import type { Sender } from "./sender.ts";
import { smsNames } from "./sms-names.ts";
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

/**
 * As many of its sentences as leave room for the name, two at least. Without a name, or with one that is too long, it
 * begins with what happens.
 */
function readySms(t: ChannelText, { text }: Template, { agency }: Sender): string {
  const [first = "", second = "", ...rest] = sentences(text[t.language]);
  const cuts = rest.map((_, i) => rest.slice(0, rest.length - i));
  const versions = [...cuts, []].map((more) => [first, second, ...more].join(" "));
  const named = versions.flatMap((version) =>
    smsNames(agency).map((name) => toGsm7(fillTemplate(version, () => name))),
  );
  const nameless = toGsm7(text[t.language].replace(/^\{unit\}: /, ""));
  return named.find((sms) => (gsm7Length(sms) ?? Number.POSITIVE_INFINITY) <= ONE_SMS) ?? nameless;
}
