import { type ComponentChildren, h } from "preact";
import { encodeQR } from "qr";

/** Light modules around the code, ISO/IEC 18004 §6.3.8. */
const QUIET = 4;

/** Side of the code in modules, the quiet zone included, and its dark modules as an SVG path. */
export function qrPath(text: string): { side: number; path: string } {
  const modules = encodeQR(text, "raw", { ecc: "medium", border: QUIET });
  const runs = modules.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      found.push(`M${start} ${y}h${x - start + 1}v1H${start}z`);
    }
    return found;
  });
  return { side: modules.length, path: runs.join("") };
}

/** A QR code as inline SVG, dark on white whatever the theme. */
export function QrCode({ text, label }: { text: string; label: string }): ComponentChildren {
  const { side, path } = qrPath(text);
  return h(
    "svg",
    {
      class: "qr",
      viewBox: `0 0 ${side} ${side}`,
      role: "img",
      "aria-label": label,
      "shape-rendering": "crispEdges",
    },
    h("rect", { width: side, height: side, fill: "#fff" }),
    h("path", { d: path, fill: "#000" }),
  );
}
