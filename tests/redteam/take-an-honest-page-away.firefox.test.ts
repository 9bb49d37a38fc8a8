import type { Page } from "puppeteer-core";
import { beforeAll, expect, test } from "vitest";
import { pages } from "../e2e/harness/replies.ts";
import { say } from "../e2e/harness/say.ts";
import { until } from "../e2e/harness/until.ts";
import { expectHeading, protectedFirefox, shown } from "../firefox/harness/firefox-world.ts";
import { EVIL_PAGES, newsPage, SMALL_FRAMES } from "./attacker-sites.ts";

const EVIL = "http://quang-cao-la.example/";
const NEWS = "bao-that.example";

const world = protectedFirefox({ hosts: ["listed.example"] });

beforeAll(() => {
  world().network.serve("quang-cao-la.example", pages(EVIL_PAGES));
});

const open = (embedded: string): Promise<Page> => {
  world().network.serve(NEWS, pages({ "/": newsPage(embedded) }));
  return world().visit(`http://${NEWS}/`);
};

const inFrames = async (tab: Page) =>
  Promise.all(
    tab
      .frames()
      .filter((frame) => frame !== tab.mainFrame())
      .map((frame) => shown(frame)),
  );

for (const [name, embed] of Object.entries(SMALL_FRAMES)) {
  test(`a stealing frame gives way and leaves the page around it: ${name}`, async () => {
    const tab = await open(embed(EVIL));
    await until("the frame gives way", async () => {
      const frames = await inFrames(tab);
      const isGone = frames.every((frame) => frame !== null && !frame.text.includes("Vietcombank"));
      return frames.length > 0 && isGone && frames.some((one) => one?.url.startsWith("moz-ext"));
    });
    await expectHeading(tab, "Tin trong ngày");
  });
}

test("a stealing frame that fills most of the view takes the page with it", async () => {
  const tab = await open(
    `<style>iframe{position:fixed;inset:0;width:100vw;height:100vh;border:0}</style><iframe src="${EVIL}"></iframe>`,
  );
  await until("the warning page", async () => {
    const page = await shown(tab);
    return page?.url.startsWith("moz-extension:") && page.text.includes(say("warning.blocked"));
  });
  expect((await shown(tab))?.text).toContain(NEWS);
});
