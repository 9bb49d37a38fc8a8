import { type ComponentChildren, h } from "preact";
import { lateLines } from "../channels/message-text.ts";
import { type Block, fittingScale } from "./measure.ts";
import type { SheetNeeds } from "./sheet.ts";
import { Sheet, SheetFoot } from "./sheet-parts.ts";

/** Deeds of a campaign that a page has room for. */
const MOST_DEEDS = 6;

/** A handout of one A4 page: how it works, how to see it, what to do, what to do if it is too late. */
export function Handout(needs: SheetNeeds): ComponentChildren {
  const { t, topic } = needs;
  const said = (texts: typeof topic.todo) => texts.map((text) => text[t.language]);
  const late = topic.late.length > 0 ? said(topic.late) : lateLines(t);
  const sections = [
    { title: t("channel.how"), lines: said(topic.how), list: "ol" },
    { title: t("channel.signs"), lines: said(topic.signs), list: "ul" },
    { title: t("channel.todo"), lines: said(topic.todo.slice(0, MOST_DEEDS)), list: "ul" },
    { title: t("channel.late"), lines: late, list: "ul" },
  ].filter(({ lines }) => lines.length > 0);
  const blocks: Block[] = [
    { text: topic.title[t.language], size: 9, width: 182, leading: 1.15 },
    { text: topic.what[t.language], size: 5.4, width: 182, leading: 1.35, bold: false },
    ...sections.flatMap(({ title, lines }) => [
      { text: title, size: 5.4, width: 182, leading: 1.3 },
      ...lines.map((text) => ({ text, size: 4.6, width: 175, leading: 1.4, bold: false })),
    ]),
  ];
  return h(
    Sheet,
    { kind: "handout", needs, fit: fittingScale(blocks, 182) },
    h("h1", { class: "sheet-title" }, topic.title[t.language]),
    h("p", { class: "sheet-lead" }, topic.what[t.language]),
    h(
      "div",
      { class: "sheet-sections" },
      sections.map(({ title, lines, list }) =>
        h(
          "section",
          { class: "sheet-section", key: title },
          h("h2", null, title),
          h(
            list,
            null,
            lines.map((line) => h("li", { key: line }, line)),
          ),
        ),
      ),
    ),
    h(SheetFoot, needs),
  );
}
