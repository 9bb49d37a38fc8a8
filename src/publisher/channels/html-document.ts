import { type ComponentChildren, h } from "preact";
import { renderToString } from "preact-render-to-string";

/** Whatever a page holds, it fetches nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * A whole HTML file that needs no other: styles are inside, and its policy forbids it to fetch anything.
 *
 * @param page.script source of its only script, and its SHA-256 in base64; none unless given
 */
export function htmlDocument(page: {
  language: string;
  title: string;
  styles: readonly string[];
  body: ComponentChildren;
  script?: { source: string; sha256: string };
}): string {
  const { language, title, styles, body, script } = page;
  const policy = script === undefined ? POLICY : `${POLICY}; script-src 'sha256-${script.sha256}'`;
  const raw = (text: string) => ({ dangerouslySetInnerHTML: { __html: text } });
  const html = renderToString(
    h(
      "html",
      { lang: language },
      h(
        "head",
        null,
        h("meta", { charset: "utf-8" }),
        h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
        h("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
        h("meta", { name: "referrer", content: "no-referrer" }),
        h("title", null, title),
        styles.map((style) => h("style", raw(style))),
      ),
      h("body", null, body, script !== undefined && h("script", raw(script.source))),
    ),
  );
  return `<!DOCTYPE html>\n${plainVoid(html)}\n`;
}

/** HTML without a document around it. */
export function htmlFragment(content: ComponentChildren): string {
  return plainVoid(renderToString(h("div", null, content)).slice("<div>".length, -"</div>".length));
}

/** HTML closes no void element; the renderer does so for XHTML's sake. Attributes never hold "/>": "<" is escaped. */
function plainVoid(html: string): string {
  return html.replace(/<(meta|br|wbr|hr|img|input|link)((?:\s[^<>]*?)?)\s?\/>/g, "<$1$2>");
}
