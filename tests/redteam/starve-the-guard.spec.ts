import { type CDPSession, expect, test } from "@playwright/test";
import { protectedWorld } from "../e2e/harness/world.ts";
import { SINK, STARVING_PAGES } from "./starving-pages.ts";

// A page keeps its thread busy with tasks that come before all others: it hears keys, and nobody can look at it.

const world = protectedWorld({ hosts: ["listed.example"] });

const TYPED = "mat-khau-rat-dai-cua-toi";
/** Keys that a page may hear before it is found out. */
const MOST_HEARD = 8;

for (const [at, [name, reply]] of Object.entries(STARVING_PAGES).entries()) {
  test(`a page that starves all others hears no whole password: ${name}`, async () => {
    const site = `doi-luong-${at}.example`;
    const { network } = world();
    network.serve(site, ({ path }) => (path === "/" ? reply() : { status: 204 }));
    const tab = await world().openTab();
    await tab.goto(`http://${site}/`, { waitUntil: "commit" });
    // Nothing can be asked of such a page: keys and the mouse go to it as a person's do.
    const browser = await tab.context().newCDPSession(tab);
    await tab.waitForTimeout(1_500);
    for (const type of ["mousePressed", "mouseReleased"]) {
      send(browser, "Input.dispatchMouseEvent", {
        type,
        x: 450,
        y: 250,
        button: "left",
        clickCount: 1,
      });
    }
    await tab.waitForTimeout(500);
    for (const key of TYPED) {
      send(browser, "Input.dispatchKeyEvent", { type: "keyDown", key, text: key });
      send(browser, "Input.dispatchKeyEvent", { type: "keyUp", key });
      await tab.waitForTimeout(150);
    }
    const heard = network.at(site).filter(({ path }) => path.startsWith(SINK));
    expect(heard.length).toBeLessThanOrEqual(MOST_HEARD);
  });
}

function send(
  browser: CDPSession,
  method: "Input.dispatchMouseEvent" | "Input.dispatchKeyEvent",
  params: object,
): void {
  browser.send(method, params as never).catch(() => null);
}
