import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { isFor, type Profile } from "../../core/awareness/is-for.ts";
import type { Scope } from "../../core/awareness/scope.ts";
import { thisWeek } from "../../core/awareness/this-week.ts";
import { topicsOf } from "../../core/awareness/topic.ts";
import { vietnamTime } from "../../core/awareness/vietnam-time.ts";
import { createChannelText } from "../../ui/channels/channel-text.ts";
import { readyTexts } from "../../ui/channels/ready-texts.ts";
import type { Sender } from "../../ui/channels/sender.ts";
import { type ChannelStyles, channelFiles, type ListedEdition } from "./channel-files.ts";
import type { ChannelContent } from "./read-channel-content.ts";

/** Tells a folder that was made here, and lists what is in it for programs. */
export const CHANNELS_FILE = "channels.json";

export interface MadeChannels {
  /** By path below the folder. */
  files: Map<string, string>;
  /** ISO date in Viet Nam that it was made for. */
  date: string;
  /** In force. */
  alerts: number;
  past: number;
  topics: number;
  languages: ({ language: string } & ListedEdition)[];
}

/**
 * Makes every channel in both languages. The same content and sender give the same bytes on the same day.
 *
 * @param input.now milliseconds since the epoch: its day in Viet Nam tells which alerts are in force
 * @param input.readers whom the agency speaks to: nobody else's alerts come; lessons of a sector come unless another is named
 * @param input.withPast whether alerts that are over come too, marked as such
 * @param input.base where the folder will be published, with a slash at its end; null if nobody said so
 */
export async function makeChannels(input: {
  content: ChannelContent;
  sender: Sender;
  base: string | null;
  now: number;
  readers: Profile;
  withPast: boolean;
}): Promise<MadeChannels> {
  const { content, sender, base, now, readers, withPast } = input;
  const styles = await readStyles();
  const today = vietnamTime(now).date;
  const alerts = content.alerts.filter(
    (alert) =>
      isFor(alert, readers) && alert.date <= today && (withPast || today <= alert.validUntil),
  );
  const { forms, tips, campaigns } = content;
  const isTheirLesson = (item: Scope) =>
    isFor(readers.sector === null ? { ...item, sector: [] } : item, readers);
  const theirs = new Set(
    [...alerts, ...[...forms, ...tips, ...campaigns].filter(isTheirLesson)].map(({ id }) => id),
  );
  // A lesson for all may rest on one for others: each is made from the whole content.
  const topics = topicsOf({ ...content, alerts }, today).filter(({ id }) => theirs.has(id));
  const week = thisWeek(content, topics, now, readers);
  const sources = new Map(content.sources.map((source) => [source.id, source]));
  const files = new Map<string, string>();
  const languages = (["vi", "en"] as const).map((language) => {
    const t = createChannelText(language);
    const ready = readyTexts(t, content.templates, sender, week);
    const made = channelFiles({ t, topics, today, week, ready, sources, sender, base }, styles);
    for (const [path, text] of made.files) files.set(path, text);
    return { language, ...made.listed };
  });
  const listed = { version: 1, date: today, agency: sender.agency, languages };
  files.set(CHANNELS_FILE, `${JSON.stringify(listed, null, 2)}\n`);
  const past = topics.filter((topic) => topic.past).length;
  return {
    files,
    date: today,
    alerts: alerts.length - past,
    past,
    topics: topics.length,
    languages,
  };
}

async function readStyles(): Promise<ChannelStyles> {
  const read = (path: string) => readFile(fileURLToPath(new URL(path, import.meta.url)), "utf8");
  const [tokens, parts, sheets, widget, desk, copy] = await Promise.all([
    read("../../ui/tokens.css"),
    read("../../ui/parts.css"),
    read("../../ui/sheets/sheets.css"),
    read("widget.css"),
    read("desk.css"),
    read("desk-copy.js"),
  ]);
  // The pages carry all their styles: there is nothing to import.
  return { tokens, parts: parts.replace(/^@import .*$/m, ""), sheets, widget, desk, copy };
}
