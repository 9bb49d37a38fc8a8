import type { WarnLink } from "../../platform/warn-link.ts";
import { warnPage } from "./warn-page.ts";

/** Put into a page only once it is under warning: the first time it waits for the words, after that it does nothing. */
const STARTED = Symbol.for("warning");
type World = { [STARTED]?: true };

export function startWarning(link: WarnLink): void {
  const world = globalThis as World;
  if (world[STARTED]) return;
  world[STARTED] = true;
  let warned = false;
  link.onBanner((banner) => {
    // By now the tab may show another page.
    if (warned || (window === window.top && location.origin !== banner.origin)) return;
    warned = true;
    // Firefox keeps our style out of a page until that has come to its end, and a hostile one never does.
    if (import.meta.env.FIREFOX && document.readyState !== "complete") window.stop();
    warnPage(banner, link);
  });
}
