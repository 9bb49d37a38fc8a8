import { type ComponentChildren, h } from "preact";
import { listName, type Topic } from "../../core/awareness/topic.ts";
import { SourceLine } from "./alert-html.ts";
import { feedTitle } from "./atom-feed.ts";
import { type Edition, topicUrl } from "./edition.ts";
import { htmlDocument, htmlFragment } from "./html-document.ts";

/** Alerts that a web site shows beside its own content. */
const SHOWN = 5;

/**
 * The newest alerts in force, else this week's tip, as a page of its own: stands in a frame of any site, follows light and dark, and fetches nothing.
 *
 * @param styles tokens, then the widget's own
 */
export function widgetPage(
  edition: Edition,
  alerts: readonly Topic[],
  styles: readonly string[],
): string {
  const title = feedTitle(edition);
  return htmlDocument({
    language: edition.t.language,
    title,
    styles,
    // It has a name, since the page around it has a main part of its own.
    body: h(
      "main",
      { class: "widget", "aria-labelledby": "title" },
      h("h1", { id: "title" }, title),
      h(Alerts, { edition, alerts }),
    ),
  });
}

/** The same as HTML to paste into a page: without styles or scripts, so that no editor takes anything out of it. */
export function widgetSnippet(edition: Edition, alerts: readonly Topic[]): string {
  const { t } = edition;
  const body = h(
    "section",
    { lang: t.language, "aria-label": feedTitle(edition) },
    h(Alerts, { edition, alerts }),
  );
  // A line for each alert: the editor may take one out.
  return `${htmlFragment(body).replaceAll("<article>", "\n<article>")}\n`;
}

function Alerts({
  edition,
  alerts,
}: {
  edition: Edition;
  alerts: readonly Topic[];
}): ComponentChildren {
  const { t } = edition;
  if (alerts.length === 0) return h(Quiet, { edition });
  return alerts.slice(0, SHOWN).map((topic) => {
    const url = topicUrl(edition, topic);
    const title = topic.title[t.language];
    return h(
      "article",
      null,
      h("h2", null, url === null ? title : h("a", { href: url, target: "_top" }, title)),
      h("p", null, topic.what[t.language]),
      h(
        "p",
        null,
        h(
          "strong",
          null,
          topic.todo
            .slice(0, topic.own)
            .map((one) => one[t.language])
            .join(" "),
        ),
      ),
      h(SourceLine, { edition, topic }),
    );
  });
}

/** What stands there while no alert is in force. */
function Quiet({ edition }: { edition: Edition }): ComponentChildren {
  const { t, week } = edition;
  const { tip } = week;
  return [
    h("p", null, t("widget.none")),
    tip !== null &&
      h(
        "article",
        null,
        h("h2", null, t("widget.tip")),
        h("p", null, h("strong", null, listName(tip)[t.language])),
        h("p", null, tip.what[t.language]),
        h(SourceLine, { edition, topic: tip }),
      ),
  ];
}
