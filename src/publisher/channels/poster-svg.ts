import { type ComponentChildren, h } from "preact";
import { headOf, sourceLine } from "../../ui/channels/message-text.ts";
import { MARK_EYE, MARK_SHIELD } from "../../ui/mark-paths.ts";
import { fittingScale, textWidth, wrapText } from "../../ui/sheets/measure.ts";
import { posterBlocks } from "../../ui/sheets/poster.ts";
import { qrPath } from "../../ui/sheets/qr-code.ts";
import { hostToCompare, type SheetNeeds, threePoints } from "../../ui/sheets/sheet.ts";
import { LONG_NAME } from "../../ui/sheets/sheet-parts.ts";
import { xmlText } from "./xml-text.ts";

/** The light theme of src/ui/tokens.css: paper has no other. */
const COLOUR = {
  paper: "#ffffff",
  ink: "#1b2430",
  soft: "#4a5765",
  line: "#8693a1",
  accent: "#0b5cad",
  care: "#7a4d00",
  careWash: "#fff3d6",
};
const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';
const LEFT = 14;
const WIDE = 182;

/**
 * The poster as one SVG image, 210 × 297 mm: for screens, and for print shops that take no HTML. Its lines are cut here,
 * since SVG wraps no text; wide enough for the widest common font.
 */
export function posterSvg(needs: SheetNeeds): string {
  const { t, topic, sender, url } = needs;
  const { blocks, height } = posterBlocks(needs);
  const scale = fittingScale(blocks, height);
  const parts: ComponentChildren[] = [];
  let y = 36;

  const write = (
    text: string,
    look: {
      size: number;
      colour: string;
      bold?: boolean;
      x?: number;
      width?: number;
      leading?: number;
    },
  ) => {
    const { size, colour, bold = true, x = LEFT, width = WIDE, leading = 1.3 } = look;
    const lines = balanced(text, size, width, bold);
    const top = y;
    y += lines.length * size * leading;
    parts.push(
      h(
        "text",
        { "font-size": mm(size), "font-weight": bold ? 700 : 400, fill: colour },
        lines.map((line, i) =>
          h("tspan", { x, y: mm(top + size * leading * (i + 0.5) + size * 0.35) }, line),
        ),
      ),
    );
  };

  write(topic.title[t.language], { size: 15 * scale, colour: COLOUR.ink, leading: 1.15 });
  y += 5;
  write(topic.what[t.language], {
    size: 7.2 * scale,
    colour: COLOUR.soft,
    bold: false,
    leading: 1.35,
  });
  y += 5;
  write(t("sheet.points"), { size: 7.2 * scale, colour: COLOUR.accent });
  y += 4;
  threePoints(needs).forEach((point, i) => {
    const size = 8.6 * scale;
    const rows = wrapText(point, size, WIDE - 19).length * size * 1.25;
    const row = Math.max(14, rows);
    const middle = y + row / 2;
    const ring = { cx: LEFT + 7, cy: mm(middle), r: 6.5, fill: "none", "stroke-width": 1 };
    parts.push(
      h("circle", { ...ring, stroke: COLOUR.accent }),
      h(
        "text",
        {
          x: LEFT + 7,
          y: mm(middle + 3),
          "font-size": 8.6,
          "font-weight": 700,
          "text-anchor": "middle",
          fill: COLOUR.accent,
        },
        String(i + 1),
      ),
    );
    y = middle - rows / 2;
    write(point, { size, colour: COLOUR.ink, x: LEFT + 19, width: WIDE - 19, leading: 1.25 });
    y = middle + row / 2 + 5;
  });

  const box = { x: LEFT, y: 207, width: WIDE, height: 38, rx: 3 };
  parts.push(
    h("rect", { ...box, fill: COLOUR.careWash, stroke: COLOUR.care, "stroke-width": 0.6 }),
  );
  y = 211;
  write(t("sheet.lateTitle"), { size: 7, colour: COLOUR.care, x: 20, width: WIDE - 12 });
  write(t("sheet.lateText"), {
    size: 6.2,
    colour: COLOUR.ink,
    bold: false,
    x: 20,
    width: WIDE - 12,
    leading: 1.35,
  });

  y = 251;
  write(t("sheet.phone"), { size: 5, colour: COLOUR.soft, bold: false, width: 95 });
  if (sender.phone === null) {
    const dots = { x1: LEFT, x2: LEFT + 90, y1: 272, y2: 272, "stroke-dasharray": "0.6 1.2" };
    parts.push(h("line", { ...dots, stroke: COLOUR.line, "stroke-width": 0.6 }));
  } else {
    write(sender.phone, { size: 10, colour: COLOUR.ink, width: 100, leading: 1.2 });
  }
  y = 276;
  write([sourceLine(t, topic), t("sheet.madeWith")].filter(Boolean).join(" "), {
    size: 3.7,
    colour: COLOUR.soft,
    bold: false,
    width: 100,
  });

  if (url !== null) {
    const { side, path } = qrPath(url);
    parts.push(
      h(
        "g",
        {
          transform: `translate(119 251) scale(${mm(32 / side)})`,
          "shape-rendering": "crispEdges",
        },
        h("rect", { width: side, height: side, fill: COLOUR.paper }),
        h("path", { d: path, fill: "#000" }),
      ),
    );
    y = 253;
    const beside = { size: 3.7, x: 154, width: 42 };
    write(t("sheet.scan"), { ...beside, colour: COLOUR.soft, bold: false });
    for (const line of hostLines(hostToCompare(url), beside.size, beside.width)) {
      write(line, { ...beside, colour: COLOUR.ink });
    }
  }

  const svg = h(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: "210mm",
      height: "297mm",
      viewBox: "0 0 210 297",
      role: "img",
      lang: t.language,
      "font-family": FONT,
    },
    h("title", null, `${headOf(t, topic)}: ${topic.title[t.language]}`),
    h("rect", { width: 210, height: 297, fill: COLOUR.paper }),
    h(Band, needs),
    parts,
  );
  return `${xmlText(svg)}\n`;
}

function Band({ t, topic, sender }: SheetNeeds): ComponentChildren {
  const name = sender.agency ?? "";
  const size = name.length > LONG_NAME ? 3.6 : 5;
  const lines = balanced(name, size, 95, true);
  return h(
    "g",
    { fill: COLOUR.paper, "font-weight": 700 },
    h("rect", { width: 210, height: 26, fill: COLOUR.accent }),
    h(
      "g",
      {
        transform: "translate(14 6.5) scale(0.406)",
        fill: "none",
        stroke: COLOUR.paper,
        "stroke-width": 2.5,
      },
      h("path", { d: MARK_SHIELD }),
      h("path", { d: MARK_EYE }),
      h("circle", { cx: 16, cy: 15.5, r: 2, fill: COLOUR.paper, stroke: "none" }),
    ),
    h("text", { x: 31, y: 15.5, "font-size": 7 }, headOf(t, topic)),
    h(
      "text",
      { "font-size": size, "text-anchor": "end" },
      lines.map((line, i) =>
        h(
          "tspan",
          { x: 196, y: mm(13 + size * (0.35 + 1.2 * (i - (lines.length - 1) / 2))) },
          line,
        ),
      ),
    ),
  );
}

/** A host in lines that end between its pieces: cut anywhere else it could not be compared. */
function hostLines(pieces: readonly string[], size: number, width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1) ?? ""}${piece}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

/** As few lines as the width allows, about equally long: no word stands alone in the last. */
function balanced(text: string, size: number, width: number, bold: boolean): string[] {
  let lines = wrapText(text, size, width, bold);
  for (let narrower = width * 0.95; narrower > width / 2; narrower -= width * 0.05) {
    const cut = wrapText(text, size, narrower, bold);
    if (cut.length > lines.length) break;
    lines = cut;
  }
  return lines;
}

/** Enough digits for a printer. */
function mm(length: number): number {
  return Math.round(length * 100) / 100;
}
