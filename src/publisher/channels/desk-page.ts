import { createHash } from "node:crypto";
import { type ComponentChildren, h } from "preact";
import { listName, type Topic } from "../../core/awareness/topic.ts";
import { type ChannelTextOfTopic, channelTexts } from "../../ui/channels/channel-texts.ts";
import { untilText } from "../../ui/channels/message-text.ts";
import { dayText } from "../../ui/time-text.ts";
import { ATOM_FILE } from "./atom-feed.ts";
import { createDeskText } from "./desk-text.ts";
import { type Edition, folderOf, topicFolder, topicsByKind } from "./edition.ts";
import { htmlDocument } from "./html-document.ts";
import { JSON_FEED_FILE } from "./json-feed.ts";

/** The look of Button, which needs JSX. */
const BUTTON = "button button-plain";

export interface DeskFiles {
  /** Tokens, parts and the page's own, in this order. */
  styles: readonly string[];
  /** What makes its buttons copy. */
  script: string;
}

/** The page on which an agency's editor finds all channels of one language, each text with a button that copies it. */
export function deskPage(edition: Edition, snippet: string, { styles, script }: DeskFiles): string {
  const { t, topics, base, week } = edition;
  const { tip } = week;
  const d = createDeskText(t.language);
  const inForce = topics.filter(({ kind, past }) => kind === "alert" && !past).length;
  const widget = `${base ?? ""}${base === null ? "" : folderOf(t)}widget.html`;
  const frame = `<iframe src="${escapeAttribute(widget)}" title="${escapeAttribute(t("feed.title"))}" width="100%" height="480" style="border:0" loading="lazy"></iframe>`;
  const kinds = topicsByKind(topics);
  const body = [
    h(
      "header",
      { class: "desk-head" },
      h("h1", null, d("desk.title")),
      h("p", null, d("desk.lead", { date: dayText(t, edition.today), count: inForce })),
      base === null && h("p", { class: "desk-lacking" }, d("desk.noAddress")),
      h(
        "p",
        null,
        h(
          "a",
          {
            href: t.language === "vi" ? "en/index.html" : "../index.html",
            lang: t.language === "vi" ? "en" : "vi",
            hreflang: t.language === "vi" ? "en" : "vi",
          },
          d("desk.other"),
        ),
      ),
      h(
        "nav",
        { "aria-label": d("desk.jump") },
        h(
          "ul",
          { class: "desk-jump" },
          h("li", null, h("a", { href: "#ready" }, d("desk.ready"))),
          tip !== null && h("li", null, h("a", { href: `#${tip.id}` }, t("channel.kind.week"))),
          kinds.map(([kind, found]) =>
            h(
              "li",
              null,
              h("a", { href: `#${kind}` }, `${t(`channel.kind.${kind}`)} (${found.length})`),
            ),
          ),
        ),
      ),
    ),
    h(
      "main",
      { class: "desk" },
      h(
        "section",
        { class: "stack" },
        h("h2", null, d("desk.web")),
        h(
          "ul",
          null,
          h("li", null, h("a", { href: ATOM_FILE }, d("desk.atom"))),
          h("li", null, h("a", { href: JSON_FEED_FILE }, d("desk.json"))),
          h("li", null, h("a", { href: "widget.html" }, d("desk.widget"))),
        ),
        h(Copyable, {
          edition,
          id: "frame",
          name: d("desk.frame"),
          size: d(base === null ? "desk.frameNoAddress" : "desk.frameHint"),
          text: frame,
        }),
        h(
          "details",
          null,
          h("summary", null, d("desk.snippet")),
          h(Copyable, {
            edition,
            id: "snippet",
            name: d("desk.snippet"),
            size: d("desk.snippetHint"),
            text: snippet,
          }),
        ),
      ),
      h(
        "section",
        { class: "stack", id: "ready" },
        h("h2", null, d("desk.ready")),
        edition.ready.map(({ id, use, size, text }) =>
          h(Copyable, { edition, id, name: use[t.language], size, text }),
        ),
      ),
      kinds.map(([kind, found]) =>
        h(
          "section",
          { class: "stack", id: kind },
          h("h2", null, t(`channel.kind.${kind}`)),
          found.map((topic) => h(TopicPart, { edition, topic })),
        ),
      ),
    ),
    h("p", { id: "told", class: "desk-told", role: "status" }),
  ];
  return htmlDocument({
    language: t.language,
    title: d("desk.title"),
    styles,
    body,
    script: {
      source: script,
      sha256: createHash("sha256").update(script).digest("base64"),
    },
  });
}

function TopicPart({ edition, topic }: { edition: Edition; topic: Topic }): ComponentChildren {
  const { t, sender, week } = edition;
  const d = createDeskText(t.language);
  const isThisWeek = topic.id === week.tip?.id;
  const when = isThisWeek
    ? t("channel.kind.week")
    : topic.week !== null && d("desk.week", { week: topic.week });
  const folder = topicFolder(topic);
  const title = listName(topic)[t.language];
  // What is heard begins with what is seen (WCAG 2.2, 2.5.3).
  const way = (href: string, name: string) =>
    h("a", { class: BUTTON, href: `${folder}${href}`, "aria-label": `${name}: ${title}` }, name);
  return h(
    "details",
    { class: "desk-topic", id: topic.id, open: isThisWeek },
    h(
      "summary",
      null,
      h("span", null, title),
      topic.kind === "alert" &&
        h(
          "span",
          { class: "soft small" },
          `${dayText(t, topic.date)}. ${untilText(t, topic) ?? ""}`,
        ),
      when !== false && h("span", { class: "soft small" }, when),
    ),
    h(
      "div",
      { class: "stack" },
      h(
        "p",
        { class: "row" },
        (["poster", "handout"] as const).map((sheet) =>
          way(`${sheet}.html`, `${t(`channel.name.${sheet}`)} (${d("desk.html")})`),
        ),
        way("poster.svg", `${t("channel.name.poster")} (${d("desk.svg")})`),
      ),
      channelTexts(t, topic, sender).map(({ channel, text, size }: ChannelTextOfTopic) =>
        h(Copyable, {
          edition,
          id: `${topic.id}-${channel}`,
          name: t(`channel.name.${channel}`),
          about: title,
          size,
          text,
        }),
      ),
    ),
  );
}

/** A text with the button that copies it. */
function Copyable({
  edition: { t },
  id,
  name,
  about,
  size,
  text,
}: {
  edition: Edition;
  id: string;
  name: string;
  /** What the text is about, for who hears the button alone. */
  about?: string;
  size: string | null;
  text: string;
}): ComponentChildren {
  const what = about === undefined ? name : `${name}, ${about}`;
  return h(
    "div",
    { class: "desk-text" },
    h(
      "p",
      { class: "desk-text-head" },
      h("strong", null, name),
      size !== null && h("span", { class: "soft small" }, size),
      h(
        "button",
        {
          type: "button",
          class: BUTTON,
          "data-copies": id,
          "data-done": t("channel.copied", { what: name }),
          "data-refused": t("channel.copyRefused"),
          "aria-label": t("channel.copyWhat", { what }),
        },
        t("channel.copy"),
      ),
    ),
    h("pre", { class: "raw", id }, text),
  );
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
