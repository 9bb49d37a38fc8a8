import { type ComponentChildren, render } from "preact";
import { useErrorBoundary } from "preact/hooks";
import type { Language } from "../../ui/language-of.ts";
import { Notice } from "../../ui/notice.tsx";
import { createText } from "../../ui/text.ts";
import { TextContext, useText } from "../../ui/text-context.ts";

/**
 * Puts a page into the document, in one language. A page that fails says so instead of staying blank.
 *
 * @param root the element that holds the page
 */
export function showPage(root: Element, language: Language, page: ComponentChildren): void {
  document.documentElement.lang = language;
  render(
    <TextContext.Provider value={createText(language)}>
      <Frame>{page}</Frame>
    </TextContext.Provider>,
    root,
  );
}

function Frame({ children }: { children: ComponentChildren }) {
  const t = useText();
  const [error] = useErrorBoundary();
  if (error === undefined) return children;
  const detail = error instanceof Error ? error.message : String(error);
  return (
    <main>
      <Notice tone="care" title={t("failure.refused", { detail })} />
    </main>
  );
}
