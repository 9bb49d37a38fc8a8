import { type ComponentChildren, h } from "preact";
import { type Block, fittingScale } from "./measure.ts";
import { type SheetNeeds, threePoints } from "./sheet.ts";
import { Sheet, SheetFoot } from "./sheet-parts.ts";

/** A poster of one A4 page: read from three metres, the deeds first. */
export function Poster(needs: SheetNeeds): ComponentChildren {
  const { t, topic } = needs;
  const { blocks, height } = posterBlocks(needs);
  return h(
    Sheet,
    { kind: "poster", needs, fit: fittingScale(blocks, height) },
    h("h1", { class: "sheet-title" }, topic.title[t.language]),
    h("p", { class: "sheet-lead" }, topic.what[t.language]),
    h("h2", { class: "sheet-heading" }, t("sheet.points")),
    h(
      "ol",
      { class: "sheet-points" },
      threePoints(needs).map((point) => h("li", { key: point }, point)),
    ),
    h(
      "div",
      { class: "sheet-late" },
      h("h2", null, t("sheet.lateTitle")),
      h("p", null, t("sheet.lateText")),
    ),
    h(SheetFoot, needs),
  );
}

/** What stands between the band and the foot of a poster, and the height that is there for it, in millimetres. */
export function posterBlocks(needs: SheetNeeds): { blocks: Block[]; height: number } {
  const { t, topic } = needs;
  const blocks: Block[] = [
    { text: topic.title[t.language], size: 15, width: 182, leading: 1.15 },
    { text: topic.what[t.language], size: 7.2, width: 182, leading: 1.35, bold: false },
    { text: t("sheet.points"), size: 7.2, width: 182, leading: 1.3 },
    ...threePoints(needs).map((text) => ({ text, size: 8.6, width: 163, leading: 1.25 })),
  ];
  return { blocks, height: 140 };
}
