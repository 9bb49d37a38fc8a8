import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { topicsOf } from "../../core/awareness/topic.ts";
import { createChannelText } from "../../ui/channels/channel-text.ts";
import type { Sender } from "../../ui/channels/sender.ts";
import { officialTarget } from "../../ui/sheets/sheet.ts";
import { type ChannelStyles, channelFiles, type ListedTopic } from "./channel-files.ts";
import type { ChannelContent } from "./read-channel-content.ts";

/** Tells a folder that was made here, and lists what is in it for programs. */
export const CHANNELS_FILE = "channels.json";

export interface MadeChannels {
  /** By path below the folder. */
  files: Map<string, string>;
  alerts: number;
  topics: number;
  languages: { language: string; topics: ListedTopic[] }[];
}

/**
 * Makes every channel in both languages. The same content and sender give the same bytes: nothing asks a clock.
 *
 * @param input.base where the folder will be published, with a slash at its end; null if nobody said so
 */
export async function makeChannels(input: {
  content: ChannelContent;
  sender: Sender;
  base: string | null;
}): Promise<MadeChannels> {
  const { content, sender, base } = input;
  const styles = await readStyles();
  const topics = topicsOf(content);
  const sources = new Map(content.sources.map((source) => [source.id, source]));
  const portal = officialTarget(content.portals);
  const files = new Map<string, string>();
  const languages = (["vi", "en"] as const).map((language) => {
    const t = createChannelText(language);
    const made = channelFiles({ t, topics, sources, sender, base, portal }, styles);
    for (const [path, text] of made.files) files.set(path, text);
    return { language, topics: made.topics };
  });
  const listed = { version: 1, agency: sender.agency, languages };
  files.set(CHANNELS_FILE, `${JSON.stringify(listed, null, 2)}\n`);
  return { files, alerts: content.alerts.length, topics: topics.length, languages };
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
