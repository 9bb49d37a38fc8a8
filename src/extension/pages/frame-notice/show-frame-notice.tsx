import { render } from "preact";
import { SOURCE_QUERIES } from "../../warning-query.ts";
import { rootElement } from "../root-element.ts";
import { FrameNotice } from "./frame-notice.tsx";

/**
 * Shows the notice that the address asks for. Chromium runs it as a sandboxed page, in another process than the one that
 * judges pages and shows warnings, because a page may have hundreds of frames; so it has no extension API.
 *
 * It takes the address at its word, unlike the warning page: only rules and the background know how to lead here, and a
 * page could as well draw such a box by itself.
 */
export function showFrameNotice(): void {
  const url = location.hash.slice(1);
  if (!URL.canParse(url) || !/^https?:/.test(url)) return;
  render(
    <FrameNotice host={new URL(url).hostname} source={sourceIn(location.search)} />,
    rootElement(),
  );
}

function sourceIn(query: string): Parameters<typeof FrameNotice>[0]["source"] {
  if (query === SOURCE_QUERIES["agency-deny"]) return "agency-deny";
  return query === SOURCE_QUERIES.evidence ? "evidence" : "host-list";
}
