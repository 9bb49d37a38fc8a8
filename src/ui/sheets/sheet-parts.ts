// Sheets are made with h() instead of JSX: Node runs them as they stand, for the publisher.

import { type ComponentChildren, h } from "preact";
import type { Text } from "../../core/awareness/text.ts";
import { headOf, sourceLine } from "../channels/message-text.ts";
import { MARK_EYE, MARK_SHIELD } from "../mark-paths.ts";
import { QrCode } from "./qr-code.ts";
import { hostToCompare, type SheetNeeds } from "./sheet.ts";

/** Characters of a name that has two lines in the band. */
export const LONG_NAME = 60;

/** One A4 page, which is white whatever the theme. */
export function Sheet({
  kind,
  needs: { t, topic, sender },
  fit,
  children,
}: {
  kind: "poster" | "handout";
  needs: SheetNeeds;
  /** By how much the text is set smaller so that it fits the page: 1 is full size. */
  fit: number;
  children?: ComponentChildren;
}): ComponentChildren {
  return h(
    "article",
    { class: `sheet sheet-${kind}`, lang: t.language, style: { "--fit": fit } },
    h(
      "p",
      { class: "sheet-band" },
      h(SheetMark, null),
      h("span", { class: "sheet-kind" }, headOf(t, topic)),
      sender.agency !== null &&
        h(
          "span",
          { class: `sheet-agency${sender.agency.length > LONG_NAME ? " sheet-agency-long" : ""}` },
          sender.agency,
        ),
    ),
    children,
  );
}

/** What to do when it is too late, the number to call and the QR code. */
export function SheetFoot({ t, topic, sender, url, urlOf = null }: SheetNeeds): ComponentChildren {
  return h(
    "div",
    { class: "sheet-foot" },
    h(
      "div",
      { class: "sheet-call" },
      h(
        "p",
        null,
        h("span", { class: "sheet-label" }, t("sheet.phone")),
        h("span", { class: "sheet-phone" }, sender.phone ?? h("span", { class: "sheet-blank" })),
      ),
      h(
        "p",
        { class: "sheet-small" },
        [sourceLine(t, topic), t("sheet.madeWith")].filter(Boolean).join(" "),
      ),
    ),
    url !== null && h(Scan, { t, url, urlOf }),
  );
}

function Scan({
  t,
  url,
  urlOf,
}: Pick<SheetNeeds, "t"> & { url: string; urlOf: Text | null }): ComponentChildren {
  const host = hostToCompare(url);
  return h(
    "div",
    { class: "sheet-scan" },
    h(QrCode, { text: url, label: t("sheet.qr", { host: host.join("") }) }),
    h(
      "p",
      { class: "sheet-small" },
      urlOf === null ? t("sheet.scan") : t("sheet.scanOther", { name: urlOf[t.language] }),
      " ",
      h(
        "b",
        null,
        host.flatMap((piece) => [piece, h("wbr", null)]),
      ),
    ),
  );
}

/** The eye in the shield, as in the interface's mark, which needs JSX. */
function SheetMark(): ComponentChildren {
  return h(
    "svg",
    { class: "sheet-mark", viewBox: "0 0 32 32", "aria-hidden": "true" },
    h("path", { d: MARK_SHIELD }),
    h("path", { d: MARK_EYE }),
    h("circle", { cx: 16, cy: 15.5, r: 2 }),
  );
}
