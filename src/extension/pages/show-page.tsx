import { type ComponentChildren, render } from "preact";
import { useErrorBoundary } from "preact/hooks";
import type { Appearance } from "../../core/settings/appearance.ts";
import { languageOf } from "../../ui/language-of.ts";
import { Notice } from "../../ui/notice.tsx";
import { createText } from "../../ui/text.ts";
import { TextContext, useText } from "../../ui/text-context.ts";
import { appearanceBoard } from "../platform/appearance.ts";
import { browserLanguages } from "../platform/languages.ts";
import { keepFocus } from "./keep-focus.ts";
import { rootElement } from "./root-element.ts";

/**
 * Puts a page into the document, in the language and text size that were chosen, and follows when another is. What is
 * typed or opened in the page stays. A page that fails says so instead of staying blank.
 *
 * @returns what shows another page in its place
 */
export async function showPage(
  page: ComponentChildren,
): Promise<(page: ComponentChildren) => void> {
  const board = appearanceBoard();
  let shown = page;
  let look: Appearance = { language: "auto", textSize: "normal" };
  const draw = () => {
    const language = languageOf(browserLanguages(), look.language);
    document.documentElement.lang = language;
    document.documentElement.dataset.textSize = look.textSize;
    render(
      <TextContext.Provider value={createText(language)}>
        <Frame>{shown}</Frame>
      </TextContext.Provider>,
      rootElement(),
    );
  };
  board.onChange((changed) => {
    look = changed;
    draw();
  });
  try {
    look = await board.read();
  } catch (error) {
    // A page in the browser's language is better than none.
    console.error("Tỉnh Táo", error);
  }
  keepFocus(rootElement());
  draw();
  return (another) => {
    shown = another;
    draw();
  };
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
