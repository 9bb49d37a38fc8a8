import { XHTML } from "./cover.ts";

/**
 * Says at the top of a page why its secret fields take nothing.
 *
 * @returns what takes the bar away
 */
export function showUncheckedBar(words: string): () => void {
  // The page can neither read nor restyle what is inside: a closed shadow tree under a host without inherited style.
  const host = document.createElementNS(XHTML, "div") as HTMLElement;
  host.style.cssText =
    "all:initial!important;position:fixed!important;inset:0 0 auto!important;z-index:2147483647!important";
  const bar = document.createElementNS(XHTML, "div") as HTMLElement;
  bar.setAttribute("role", "status");
  bar.style.cssText =
    "background:#fff3d6;color:#7a4d00;font:16px/24px system-ui,sans-serif;padding:12px 16px";
  bar.textContent = words;
  host.attachShadow({ mode: "closed" }).append(bar);
  document.documentElement.append(host);
  return () => host.remove();
}
