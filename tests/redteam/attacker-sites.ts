import { stealingPage } from "../e2e/harness/asking-pages.ts";
import type { Reply } from "../e2e/harness/network.ts";
import { page } from "../e2e/harness/replies.ts";

/** The mark-up of a page that steals, to be put into an attribute with double quotes. */
export const STEALING = String(stealingPage().body)
  .replaceAll("&", "&amp;")
  .replaceAll('"', "&quot;");

/** An honest news page with something of others in it. */
export function newsPage(embedded: string): Reply {
  return page(
    "Tin trong ngày",
    `<article><p>${"Sáng nay trời nhiều mây, chiều có mưa rào vài nơi. ".repeat(12)}</p></article>${embedded}`,
  );
}

/** Frames that an attacker gets into honest pages: each leaves most of the page to be seen. `evil` is the attacker's site. */
export const SMALL_FRAMES: Record<string, (evil: string) => string> = {
  "an advertisement": (evil) => `<iframe width="300" height="250" src="${evil}"></iframe>`,
  "a frame of one pixel": (evil) => `<iframe width="1" height="1" src="${evil}"></iframe>`,
  "a sandboxed mail": () =>
    `<iframe sandbox="allow-scripts allow-forms" width="700" height="350" srcdoc="${STEALING}"></iframe>`,
  "a sandboxed mail without scripts": () =>
    `<iframe sandbox="allow-forms" width="700" height="350" srcdoc="${STEALING}"></iframe>`,
  "a data: address": () =>
    `<iframe width="500" height="300" src="data:text/html;charset=utf-8,${encodeURIComponent(String(stealingPage().body))}"></iframe>`,
  "a large frame in a small one": (evil) =>
    `<iframe width="300" height="250" src="${evil}around"></iframe>`,
  "a frame that calls off whatever leads away": (evil) =>
    `<iframe width="300" height="250" src="${evil}stays"></iframe>`,
  "a frame that a script adds later": (evil) =>
    `<script>setTimeout(() => { const f = document.createElement("iframe"); f.width = 300; f.height = 250; f.src = "${evil}"; document.body.append(f); }, 500)</script>`,
  "a frame in a closed shadow tree": (evil) =>
    `<div id="x"></div><script>x.attachShadow({ mode: "closed" }).innerHTML = '<iframe width="300" height="250" src="${evil}"></iframe>'</script>`,
};

/** What the attacker's site serves: the page that steals, and one that shows it in a frame larger than itself. */
export const EVIL_PAGES: Record<string, Reply> = {
  "/": stealingPage(),
  "/stays": stealingPage(
    '<script>globalThis.navigation?.addEventListener("navigate", (event) => event.cancelable && event.preventDefault())</script>',
  ),
  "/around": page("Quảng cáo", '<iframe width="3000" height="2000" src="/"></iframe>'),
};
