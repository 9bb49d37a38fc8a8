import { render } from "preact";
import { createFrameText } from "../../../ui/frame-text.ts";
import { languageOf } from "../../../ui/language-of.ts";
import { appearanceBoard } from "../../platform/appearance.ts";
import { browserLanguages } from "../../platform/languages.ts";
import { SOURCE_QUERIES } from "../../warning-query.ts";
import { rootElement } from "../root-element.ts";
import { FrameNotice } from "./frame-notice.tsx";

/**
 * Shows the notice that the address asks for. As little as can be, and without a message to the background: a page may have
 * hundreds of frames, and all notices run where pages are judged.
 *
 * It takes the address at its word, unlike the warning page: only rules and the background know how to lead here, and a
 * page could as well draw such a box by itself.
 */
export async function startFrameNotice(): Promise<void> {
  const url = location.hash.slice(1);
  if (!URL.canParse(url) || !/^https?:/.test(url)) return;
  const { language, textSize } = await appearanceBoard().read();
  const text = createFrameText(languageOf(browserLanguages(), language));
  const { documentElement: root, title } = document;
  root.lang = text.language;
  root.dataset.textSize = textSize;
  document.title = `${text("frame.blocked")} – ${title}`;
  render(
    <FrameNotice host={new URL(url).hostname} source={sourceIn(location.search)} text={text} />,
    rootElement(),
  );
}

function sourceIn(query: string): Parameters<typeof FrameNotice>[0]["source"] {
  if (query === SOURCE_QUERIES["agency-deny"]) return "agency-deny";
  return query === SOURCE_QUERIES.evidence ? "evidence" : "host-list";
}
