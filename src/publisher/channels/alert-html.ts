import { type ComponentChildren, h } from "preact";
import type { Topic } from "../../core/awareness/topic.ts";
import { lateLines, sourceLine, untilText } from "../../ui/channels/message-text.ts";
import { dayText } from "../../ui/time-text.ts";
import type { Edition } from "./edition.ts";

/** What a web site shows of an alert below its title: plain HTML that takes the look of what is around it. */
export function AlertBody({ edition, topic }: { edition: Edition; topic: Topic }) {
  const { t } = edition;
  const list = (title: string, lines: readonly string[]): ComponentChildren => [
    h("p", null, h("strong", null, title)),
    h(
      "ul",
      null,
      lines.map((line) => h("li", null, line)),
    ),
  ];
  const inLanguage = (texts: Topic["todo"]) => texts.map((text) => text[t.language]);
  return [
    h("p", null, topic.what[t.language]),
    list(t("channel.todo"), inLanguage(topic.todo.slice(0, Math.max(3, topic.own)))),
    topic.signs.length > 0 && list(t("channel.signs"), inLanguage(topic.signs.slice(0, 3))),
    list(t("channel.late"), lateLines(t)),
    h(SourceLine, { edition, topic }),
  ];
}

/** Who warned and when, or what a lesson rests on, with the way to where it was said. */
export function SourceLine({ edition, topic }: { edition: Edition; topic: Topic }) {
  const { t } = edition;
  const url = sourceUrl(edition, topic);
  if (topic.issuer === null) {
    const line = sourceLine(t, topic);
    return line === null ? null : h("p", null, h("small", null, line));
  }
  const issuer = topic.issuer[t.language];
  return h(
    "p",
    null,
    h("small", null, [
      `${t("feed.source")} `,
      url === null ? issuer : h("a", { href: url, rel: "noopener" }, issuer),
      ", ",
      h("time", { datetime: topic.date }, dayText(t, topic.date)),
      `. ${untilText(t, topic) ?? ""}`,
    ]),
  );
}

/** Where the alert was given first; null if its address is not on record. */
export function sourceUrl({ sources }: Edition, topic: Topic): string | null {
  return (
    topic.sources.map((id) => sources.get(id)?.url ?? null).find((url) => url !== null) ?? null
  );
}
