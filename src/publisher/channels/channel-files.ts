import { type ComponentChildren, h } from "preact";
import { gsm7Length } from "../../core/awareness/gsm7.ts";
import { channelTexts } from "../../ui/channels/channel-texts.ts";
import { headOf } from "../../ui/channels/message-text.ts";
import { secondsSpoken } from "../../ui/channels/spoken.ts";
import { Handout } from "../../ui/sheets/handout.ts";
import { Poster } from "../../ui/sheets/poster.ts";
import type { SheetNeeds } from "../../ui/sheets/sheet.ts";
import { ATOM_FILE, atomFeed } from "./atom-feed.ts";
import { deskPage } from "./desk-page.ts";
import { type Edition, folderOf, topicFolder, topicUrl } from "./edition.ts";
import { feedTopics } from "./feed-topics.ts";
import { htmlDocument } from "./html-document.ts";
import { JSON_FEED_FILE, jsonFeed } from "./json-feed.ts";
import { posterSvg } from "./poster-svg.ts";
import { widgetPage, widgetSnippet } from "./widget.ts";

/** Files of the look, as they lie in the repository. */
export interface ChannelStyles {
  tokens: string;
  parts: string;
  sheets: string;
  widget: string;
  desk: string;
  /** Script of the overview page. */
  copy: string;
}

/** A topic in the list of files. */
export interface ListedTopic {
  kind: string;
  id: string;
  date: string;
  /** True for an alert that is over. */
  past: boolean;
  title: string;
  /** Paths below the folder. */
  files: Record<string, string>;
  /** Septets of the SMS. */
  smsLength: number;
  /** Of the loudspeaker script, read slowly. */
  seconds: number;
}

/** A text to send or read out as it stands, in the list of files. */
interface ListedTemplate {
  id: string;
  kind: string;
  /** What it is for. */
  name: string;
  file: string;
}

/** All files of one language, for programs. */
export interface ListedEdition {
  /** Those about no single topic, by what they are. */
  files: Record<string, string>;
  templates: ListedTemplate[];
  topics: ListedTopic[];
}

/**
 * All channels of one language.
 *
 * @returns files by path below the folder, and what is in them
 */
export function channelFiles(
  edition: Edition,
  styles: ChannelStyles,
): { files: Map<string, string>; listed: ListedEdition } {
  const { t, topics, sender, ready } = edition;
  const folder = folderOf(t);
  const alerts = topics.filter(({ kind }) => kind === "alert");
  const inForce = alerts.filter(({ past }) => !past);
  const told = feedTopics(edition, alerts);
  const snippet = widgetSnippet(edition, inForce);
  const desk = deskPage(edition, snippet, {
    styles: [styles.tokens, styles.parts, styles.desk],
    script: styles.copy,
  });
  const widget = widgetPage(edition, inForce, [styles.tokens, styles.widget]);
  const whole: [what: string, name: string, content: string][] = [
    ["desk", "index.html", desk],
    ["atom", ATOM_FILE, atomFeed(edition, told)],
    ["jsonFeed", JSON_FEED_FILE, jsonFeed(edition, told)],
    ["widget", "widget.html", widget],
    ["widgetSnippet", "widget-snippet.html", snippet],
  ];
  const files = new Map(whole.map(([, name, content]) => [`${folder}${name}`, content]));
  const templates = ready.map(({ id, kind, use, text }): ListedTemplate => {
    const file = `${folder}templates/${id}.txt`;
    files.set(file, textFile(kind, text));
    return { id, kind, name: use[t.language], file };
  });
  const listedTopics = topics.map((topic): ListedTopic => {
    const at = `${folder}${topicFolder(topic)}`;
    const title = topic.title[t.language];
    const needs = { t, topic, sender, url: topicUrl(edition, topic) };
    const texts = channelTexts(t, topic, sender);
    const made: [channel: string, name: string, content: string][] = [
      ...texts.map(({ channel, text }): [string, string, string] => [
        channel,
        `${channel}.txt`,
        textFile(channel, text),
      ]),
      ["poster", "poster.html", sheetPage(title, h(Poster, needs), needs, styles)],
      ["posterImage", "poster.svg", posterSvg(needs)],
      ["handout", "handout.html", sheetPage(title, h(Handout, needs), needs, styles)],
    ];
    for (const [, name, content] of made) files.set(`${at}${name}`, content);
    const textOf = (channel: string) => texts.find((one) => one.channel === channel)?.text ?? "";
    return {
      kind: topic.kind,
      id: topic.id,
      date: topic.date,
      past: topic.past,
      title,
      files: Object.fromEntries(made.map(([channel, name]) => [channel, `${at}${name}`])),
      smsLength: gsm7Length(textOf("sms")) ?? 0,
      seconds: Math.round(secondsSpoken(textOf("loudspeaker"))),
    };
  });
  const listed = {
    files: Object.fromEntries(whole.map(([what, name]) => [what, `${folder}${name}`])),
    templates,
    topics: listedTopics,
  };
  return { files, listed };
}

/** A line's end would be the 161st character of a full SMS, and make two of it. */
function textFile(channel: string, text: string): string {
  return channel === "sms" ? text : `${text}\n`;
}

function sheetPage(
  title: string,
  sheet: ComponentChildren,
  { t, topic }: SheetNeeds,
  { tokens, sheets }: ChannelStyles,
): string {
  return htmlDocument({
    language: t.language,
    // A tip without a form of scam is its own title: too long for a tab.
    title: title.length > LONGEST_TITLE ? headOf(t, topic) : title,
    styles: [tokens, sheets, SHEET_PAGE],
    body: h("main", { class: "sheet-frame" }, sheet),
  });
}

/** Characters of a title that browsers and search engines show. */
const LONGEST_TITLE = 70;

/** On a screen the paper lies on a desk, as wide as A4 at most. */
const SHEET_PAGE = `body {
  margin: 0;
  background: var(--wash);
}

@media screen {
  .sheet-frame {
    max-width: 210mm;
    margin: 0 auto;
  }
}
`;
