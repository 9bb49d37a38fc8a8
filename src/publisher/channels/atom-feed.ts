import { type ComponentChildren, h } from "preact";
import type { Topic } from "../../core/awareness/topic.ts";
import { AlertBody, sourceUrl } from "./alert-html.ts";
import { type Edition, folderOf, momentOf, permanentId, topicUrl } from "./edition.ts";
import { feedHeadline, feedId } from "./feed-topics.ts";
import { htmlFragment } from "./html-document.ts";
import { xmlText } from "./xml-text.ts";

/** Name of the file below the language's folder. */
export const ATOM_FILE = "atom.xml";

/**
 * Alerts and tips as an Atom feed (RFC 4287). Its moments are those of the topics: the same content gives the same bytes
 * on the same day.
 *
 * @param topics newest first; none gives an empty feed of today
 */
export function atomFeed(edition: Edition, topics: readonly Topic[]): string {
  const { t, base, sender, today } = edition;
  const here = base === null ? null : `${base}${folderOf(t)}`;
  const newest = topics[0]?.date ?? today;
  const feed = h(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": t.language },
    h("id", null, permanentId(`alerts ${t.language}`)),
    h("title", null, feedTitle(edition)),
    h("updated", null, momentOf(newest)),
    h("author", null, h("name", null, sender.agency ?? t("feed.author"))),
    h("generator", null, t("feed.author")),
    here !== null && [
      h("link", { rel: "self", type: "application/atom+xml", href: `${here}${ATOM_FILE}` }),
      h("link", { rel: "alternate", type: "text/html", href: `${here}widget.html` }),
    ],
    topics.map((topic) => entry(edition, topic)),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${xmlText(feed)}\n`;
}

export function feedTitle({ t, sender }: Pick<Edition, "t" | "sender">): string {
  return sender.agency === null ? t("feed.title") : t("feed.titleOf", { agency: sender.agency });
}

function entry(edition: Edition, topic: Topic): ComponentChildren {
  const { language } = edition.t;
  const url = topicUrl(edition, topic);
  const source = sourceUrl(edition, topic);
  return h(
    "entry",
    null,
    h("id", null, feedId(edition.t, topic)),
    h("title", null, feedHeadline(edition.t, topic)),
    h("published", null, momentOf(topic.date)),
    h("updated", null, momentOf(topic.date)),
    url !== null && h("link", { rel: "alternate", type: "text/html", href: url }),
    source !== null && h("link", { rel: "via", href: source }),
    h("summary", null, topic.what[language]),
    h("content", { type: "html" }, htmlFragment(h(AlertBody, { edition, topic }))),
  );
}
