import { h } from "preact";
import type { Topic } from "../../core/awareness/topic.ts";
import { chatText } from "../../ui/channels/message-text.ts";
import { AlertBody, sourceUrl } from "./alert-html.ts";
import { feedTitle } from "./atom-feed.ts";
import { type Edition, folderOf, momentOf, topicUrl } from "./edition.ts";
import { feedHeadline, feedId } from "./feed-topics.ts";
import { htmlFragment } from "./html-document.ts";

/** Name of the file below the language's folder. */
export const JSON_FEED_FILE = "feed.json";

/** Alerts and tips as a JSON Feed 1.1 (https://jsonfeed.org/version/1.1), in the order given. */
export function jsonFeed(edition: Edition, topics: readonly Topic[]): string {
  const { t, base, sender } = edition;
  const here = base === null ? null : `${base}${folderOf(t)}`;
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: feedTitle(edition),
    ...(here === null
      ? {}
      : { home_page_url: `${here}widget.html`, feed_url: `${here}${JSON_FEED_FILE}` }),
    language: t.language,
    authors: [{ name: sender.agency ?? t("feed.author") }],
    items: topics.map((topic) => item(edition, topic)),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function item(edition: Edition, topic: Topic) {
  const { t, sender } = edition;
  const url = topicUrl(edition, topic);
  const source = sourceUrl(edition, topic);
  return {
    id: feedId(t, topic),
    ...(url === null ? {} : { url }),
    ...(source === null ? {} : { external_url: source }),
    title: feedHeadline(t, topic),
    summary: topic.what[t.language],
    content_html: htmlFragment(h(AlertBody, { edition, topic })),
    content_text: chatText(t, topic, sender),
    date_published: momentOf(topic.date),
    language: t.language,
  };
}
