import { type ComponentChild, Fragment, h } from "preact";
import { renderToString } from "preact-render-to-string";

/** Elements as XML, without what HTML bears and XML 1.0 does not: control characters (§2.2) and "]]>" (§2.4). */
export function xmlText(root: ComponentChild): string {
  return (
    renderToString(h(Fragment, null, root))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll("]]>", "]]&gt;")
      .toWellFormed()
  );
}
