import type { Topic } from "../../core/awareness/topic.ts";
import type { ChannelText } from "./channel-text.ts";
import type { Sender } from "./sender.ts";
import { countWords, spoken } from "./spoken.ts";
import { toListeners } from "./to-listeners.ts";

/** Words of a script: 88 seconds at a slow reader's 2.5 words a second. */
const MOST_WORDS = 220;

/**
 * The topic as a script for loudspeakers, written for the ear. It says the most important deed twice. Signs, steps and
 * reminders come in as far as the time allows.
 */
export function loudspeakerText(t: ChannelText, topic: Topic, sender: Sender): string {
  const { language } = t;
  const said = (texts: Topic["todo"]) => texts.map((text) => toListeners(text[language], language));
  const signs = said(topic.signs.filter((sign) => !isForTheEye(sign[language])));
  const how = said(topic.how);
  const isAdvice = topic.kind === "tip" || topic.kind === "campaign";
  const [first = "", ...further] = said(topic.todo.slice(0, Math.max(topic.own, isAdvice ? 5 : 2)));
  const signLines = [signs[0], signs[1], signs[2]].flatMap((sign, i) =>
    sign === undefined ? [] : [t(ORDINALS[i] ?? ORDINALS[0], { text: lowerFirst(sign) })],
  );
  const opening =
    sender.agency === null ? t("speech.opening") : t("speech.openingOf", { agency: sender.agency });
  const introduction =
    topic.kind === "alert"
      ? t(topic.past ? "speech.past" : "speech.alert")
      : t(`speech.${topic.kind}`, { title: topic.title[language] });
  const again = [first, ...further.slice(0, topic.own - 1)].slice(0, 2).join(" ");
  const ask = sender.phone === null ? [] : [t("speech.ask", { phone: sender.phone })];

  // What is said in any case, and after it what comes in while there is time, the most useful first.
  const chosen = new Set<string>();
  const script = () =>
    [
      [opening],
      [introduction, toListeners(topic.what[language], language)],
      among(chosen, how, t("speech.how")),
      among(chosen, signLines, t("speech.signs")),
      [
        isAdvice ? t("speech.keep") : t("speech.todo"),
        first,
        ...further.filter((one) => chosen.has(one)),
      ],
      [t("speech.late"), ...ask],
      among(chosen, [
        t("speech.remember"),
        t("speech.shame"),
        t("speech.team"),
        t("speech.elders"),
      ]),
      [t("speech.again", { text: again })],
      [t("speech.thanks")],
    ]
      .filter((sentences) => sentences.length > 0)
      .map((sentences) => spoken(sentences.join(" "), language))
      .join("\n\n");
  const wishes = [
    further.slice(0, Math.max(0, topic.own - 1)),
    signLines,
    further.slice(0, 2),
    how,
    [t("speech.elders")],
    [t("speech.remember")],
    [t("speech.shame")],
    [t("speech.team")],
    further.slice(2),
  ];
  for (const wish of wishes) {
    const before = [...chosen];
    for (const one of wish) chosen.add(one);
    if (countWords(script()) <= MOST_WORDS) continue;
    chosen.clear();
    for (const one of before) chosen.add(one);
  }
  return script();
}

const ORDINALS = ["speech.first", "speech.second", "speech.third"] as const;

/** Those that were chosen, behind their introduction; nothing where none was. */
function among(chosen: ReadonlySet<string>, lines: readonly string[], before?: string): string[] {
  const found = lines.filter((line) => chosen.has(line));
  return found.length > 0 && before !== undefined ? [before, ...found] : found;
}

/** Nobody remembers two addresses that he heard, nor sees before him how an address is put together. */
function isForTheEye(sign: string): boolean {
  return (sign.match(/\p{L}\.\p{L}/gu) ?? []).length > 1 || ADDRESS_PARTS.test(sign);
}

const ADDRESS_PARTS =
  /gạch chéo|chữ giống chữ|tên miền|đuôi (?:lạ|khác|kép)|\bslash|look-?alike letters|\bdomain|(?:odd|another|double) ending/iu;

/** A sentence that goes on after "Một là:"; a name or a short form keeps its capital. */
function lowerFirst(sentence: string): string {
  return /^\p{Lu}\p{Ll}*\s+(?!\p{Lu})/u.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}
