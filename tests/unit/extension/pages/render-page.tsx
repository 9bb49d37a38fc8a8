import { render } from "@testing-library/preact";
import type { ComponentChildren } from "preact";
import type { Language } from "../../../../src/ui/language-of.ts";
import { createText } from "../../../../src/ui/text.ts";
import { TextContext } from "../../../../src/ui/text-context.ts";

/** Renders part of a page in one language. */
export function renderPage(page: ComponentChildren, language: Language = "vi") {
  return render(<TextContext.Provider value={createText(language)}>{page}</TextContext.Provider>);
}
