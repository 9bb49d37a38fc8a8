import { render } from "@testing-library/preact";
import type { ComponentChildren } from "preact";
import type { Language } from "../../../../src/ui/language-of.ts";
import { createText } from "../../../../src/ui/text.ts";
import { TextContext } from "../../../../src/ui/text-context.ts";

/** Renders part of a page in one language. What `show` is given takes its place, as a change of it. */
export function renderPage(page: ComponentChildren, language: Language = "vi") {
  const text = createText(language);
  const whole = (part: ComponentChildren) => (
    <TextContext.Provider value={text}>{part}</TextContext.Provider>
  );
  const rendered = render(whole(page));
  return { ...rendered, show: (next: ComponentChildren) => rendered.rerender(whole(next)) };
}
