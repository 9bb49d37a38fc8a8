import { LOGIN, loginPage, stealingPage } from "../e2e/harness/asking-pages.ts";
import type { Reply } from "../e2e/harness/network.ts";

/**
 * Script of a page that ends every timer, interval and idle callback of its document as long as it is open, whoever has set
 * it: their ids are counted up.
 *
 * @param kinds which it ends
 * @param meanwhile what it does again and again
 */
const clears = (kinds: ("timers" | "idle")[], meanwhile = ""): string => `<script>
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    ${
      kinds.includes("timers")
        ? "for (let id = setTimeout(() => {}), end = id - 500; id > end; id--) { clearTimeout(id); clearInterval(id); }"
        : ""
    }
    ${
      kinds.includes("idle")
        ? "for (let id = requestIdleCallback(() => {}), end = id - 500; id > end; id--) cancelIdleCallback(id);"
        : ""
    }
    ${meanwhile}
    port2.postMessage(0);
  };
  port2.postMessage(0);
</script>`;

const LATE = `if (performance.now() > 4000 && self.app?.firstChild === null) app.innerHTML = ${JSON.stringify(LOGIN)};`;
/** Lies over the banner whenever that has come to the top again. */
const COVER = `
  const ours = document.querySelector("[popover]:not([data-evil])");
  const top = document.elementFromPoint(innerWidth / 2, 20);
  if (ours !== null && top === ours) {
    const box = document.createElement("div");
    box.popover = "manual";
    box.dataset.evil = "";
    box.style.cssText = "position:fixed;inset:0 0 auto;margin:0;border:0;width:100%;height:80px;background:#fff";
    document.documentElement.append(box);
    box.showPopover();
  }`;

/** Pages that would be warned of, if they let our timers run; how, and where the warning must appear. */
export const TIMER_CLEARING_PAGES: Record<string, { reply: () => Reply; ends: "banner" | "page" }> =
  {
    "idle callbacks": { reply: () => stealingPage(clears(["idle"])), ends: "page" },
    "timers and idle callbacks": {
      reply: () => stealingPage(clears(["timers", "idle"])),
      ends: "page",
    },
    "timers before its form comes": {
      reply: () =>
        loginPage({ head: clears(["timers", "idle"], LATE), form: '<div id="app"></div>' }),
      ends: "banner",
    },
    "the timer by which the banner is looked at": {
      reply: () => loginPage({ head: clears(["timers"], COVER) }),
      ends: "page",
    },
  };
