import { expect, test } from "@playwright/test";
import { page } from "./harness/replies.ts";
import { protectedWorld } from "./harness/world.ts";

const SITE = "to-mo.example";

const world = protectedWorld({ hosts: ["da-liet-ke.example"] });

/** A page that notes everything it could notice of an extension, from its first line on. */
const CURIOUS = `<script>
  window.noticed = [];
  const note = (what) => window.noticed.push(what);
  window.addEventListener("message", (event) => note("message " + JSON.stringify(event.data)), true);
  for (const target of [window, document]) {
    const dispatch = target.dispatchEvent;
    target.dispatchEvent = function (event) { note("event " + event.type); return dispatch.call(this, event); };
  }
  const own = new Set([...document.querySelectorAll("*")]);
  new MutationObserver((changes) => {
    for (const { addedNodes, attributeName, target } of changes) {
      if (attributeName) note("attribute " + attributeName + " of " + target.nodeName);
      for (const node of addedNodes) if (node.nodeType === 1 && !node.hasAttribute("data-own") && !/^(BODY|H1|META|TITLE)$/.test(node.nodeName)) note("element " + node.nodeName);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
  window.globals = new Set(Object.getOwnPropertyNames(window));
</script>`;

test("a page notices nothing of the extension in itself", async () => {
  world().network.serve(SITE, () => page("Tò mò", "", CURIOUS));
  const tab = await world().visit(`http://${SITE}/`);
  await tab.evaluate(() => new Promise((next) => requestAnimationFrame(() => setTimeout(next))));
  const seen = await tab.evaluate(() => {
    const { noticed, globals } = window as unknown as { noticed: string[]; globals: Set<string> };
    return {
      noticed,
      fresh: Object.getOwnPropertyNames(window).filter(
        (name) => !globals.has(name) && !["noticed", "globals"].includes(name),
      ),
      html: document.documentElement.outerHTML,
      sheets: document.adoptedStyleSheets.length,
      resources: performance.getEntriesByType("resource").map(({ name }) => name),
    };
  });
  expect(seen.noticed).toEqual([]);
  expect(seen.fresh).toEqual([]);
  expect(seen.sheets).toBe(0);
  expect(seen.html).not.toContain("chrome-extension");
  expect(seen.resources.filter((name) => name.startsWith("chrome-extension"))).toEqual([]);
});

test("a page cannot find a file of the extension", async () => {
  const { chromium } = world();
  const tab = await world().visit(`http://${SITE}/`);
  for (const file of [
    "manifest.json",
    "popup.html",
    "guard.js",
    "look.js",
    "background.js",
    "warning.html",
  ]) {
    const found = await tab.evaluate(
      (url) =>
        fetch(url, { mode: "no-cors" }).then(
          () => true,
          () => false,
        ),
      chromium.extensionUrl(file),
    );
    expect(found, file).toBe(false);
  }
});

test("of a file of data the browser shows the source, as it does without an extension", async () => {
  const feed = "<rss><title>Tin hôm nay</title></rss>";
  world().network.serve(SITE, () => ({ headers: { "content-type": "text/xml" }, body: feed }));
  const tab = await world().visit(`http://${SITE}/tin.xml`);
  await expect(tab.locator("#xml-viewer-style")).toHaveCount(1);
});
