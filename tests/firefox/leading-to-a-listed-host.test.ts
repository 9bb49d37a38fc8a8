import type { Frame, Page } from "puppeteer-core";
import { afterEach, beforeAll, expect, test } from "vitest";
import { leadingTo, workerSite } from "../e2e/harness/leading-pages.ts";
import { page } from "../e2e/harness/replies.ts";
import { until } from "../e2e/harness/until.ts";
import { expectHeading, expectWarning, protectedFirefox, shown } from "./harness/firefox-world.ts";

const LISTED = "nhan-qua.example";
const HONEST = "bao-hom-nay.example";
const WORKER_SITE = "co-worker.example";
const LISTED_LATER = "bi-liet-ke-sau.example";
const LISTED_PAGE = `http://${LISTED}/trung-thuong`;

const world = protectedFirefox({ hosts: [LISTED] });

beforeAll(() => {
  const { network } = world();
  network.serve(LISTED, () => page("Bạn đã trúng thưởng"));
  network.serve(HONEST, leadingTo(LISTED_PAGE, HONEST));
  network.serve(
    WORKER_SITE,
    workerSite(LISTED_PAGE, `<!doctype html><a href='${LISTED_PAGE}'>Xem</a>`),
  );
  network.serve(LISTED_LATER, workerSite(LISTED_PAGE, String(page("Nhập mật khẩu").body)));
});

afterEach(() => {
  expect(world().network.at(LISTED), "requests that reached the listed host").toEqual([]);
});

test.each([
  "301",
  "302",
  "303",
  "307",
  "308",
  "chain",
  "script",
  "replace",
  "meta",
  "refresh-header",
])("%s: the way to a listed host ends at the warning page", async (way) => {
  await expectWarning(await world().visit(`http://${HONEST}/${way}`), LISTED);
});

test.each(["link", "get-form", "post-form", "post-then-307"])(
  "%s: what was pressed or typed does not reach the listed host",
  async (way) => {
    await expectWarning(await pressOn(way), LISTED);
  },
);

test.each(["new-tab", "pop-up"])("%s: what opens shows the warning page", async (way) => {
  const tab = await pressOn(way);
  const opened = await until("the new tab", async () => {
    for (const other of await world().firefox.browser.pages()) {
      const { url = "", text = "" } = (await shown(other)) ?? {};
      if (url.includes("warning.html") && text.includes(LISTED)) return other;
    }
    return null;
  });
  await expectHeading(tab, "Tin hôm nay");
  await opened.close();
});

test.each(["download", "download-redirected"])(
  "%s: nothing is downloaded from a listed host",
  async (way) => {
    const tab = await pressOn(way);
    // The tab may have gone to the warning page.
    await settled(tab).catch(() => null);
    await world().visit(LISTED_PAGE, tab);
    await expectWarning(tab, LISTED);
  },
);

test.each(["frame", "frame-redirected"])(
  "%s: a frame shows a notice and the page around it stays",
  async (way) => {
    const tab = await world().visit(`http://${HONEST}/${way}`);
    await noticeIn(tab);
    expect((await shown(tab))?.text).toContain("Phần còn lại");
  },
);

test("a frame inside a frame shows a notice", async () => {
  await noticeIn(await world().visit(`http://${HONEST}/frame-in-frame`));
});

test("a listed page is not loaded ahead of time", async () => {
  const tab = await world().visit(`http://${HONEST}/prefetch`);
  await expectHeading(tab, "Nạp trước");
  await settled(tab);
  await world().visit(LISTED_PAGE, tab);
  await expectWarning(tab, LISTED);
});

test.each(["ws", "wss"])("%s: a page's socket does not reach a listed host", async (scheme) => {
  const { network, visit } = world();
  const tab = await visit(`http://${HONEST}/socket`);
  await expectHeading(tab, "Trò chuyện");
  const open = (host: string) =>
    tab.evaluate(
      (url) =>
        new Promise<void>((done) => {
          const socket = new WebSocket(url);
          socket.onclose = socket.onopen = () => done();
        }),
      `${scheme}://${host}/`,
    );
  await open(LISTED);
  expect(network.connections(LISTED)).toEqual([]);
  // The same script reaches other hosts: a socket goes through the proxy by CONNECT, ws too.
  await open(HONEST);
  expect(network.connections(HONEST).length).toBeGreaterThan(0);
});

test("a page under its own service worker cannot redirect to a listed host", async () => {
  const tab = await underWorker(WORKER_SITE);
  await world().visit(`http://${WORKER_SITE}/redirect`, tab);
  await expectWarning(tab, LISTED);
});

test("a link in a page that a service worker made leads to the warning page", async () => {
  const tab = await underWorker(WORKER_SITE);
  await world().visit(`http://${WORKER_SITE}/cached`, tab);
  await until("the page that the worker made", async () => {
    const { text = "" } = (await shown(tab)) ?? {};
    return text.trim() === "Xem" || null;
  });
  await tab.click("a");
  await expectWarning(tab, LISTED);
});

test("a host that was listed after its service worker settled in is blocked all the same", async () => {
  const { network, update, visit } = world();
  const tab = await underWorker(LISTED_LATER);
  await visit(`http://${LISTED_LATER}/cached`, tab);
  await expectHeading(tab, "Nhập mật khẩu");
  await visit(`http://${HONEST}/link`, tab);
  await expectHeading(tab, "Tin hôm nay");

  await update({ hosts: [LISTED, LISTED_LATER] });

  const before = network.at(LISTED_LATER).length;
  await visit(`http://${LISTED_LATER}/cached`, tab);
  await expectWarning(tab, LISTED_LATER);
  expect(network.at(LISTED_LATER).length).toBe(before);
});

/** A page of the honest site whose one link or button has been pressed. */
async function pressOn(way: string): Promise<Page> {
  const tab = await world().visit(`http://${HONEST}/${way}`);
  await until("the page", async () => ((await shown(tab))?.heading ? true : null));
  await tab.click("button, a");
  return tab;
}

async function noticeIn(tab: Page): Promise<void> {
  await until("the notice in the frame", async () => {
    for (const frame of tab.frames()) if (await isNotice(frame)) return true;
    return null;
  });
}

async function isNotice(frame: Frame): Promise<boolean> {
  const { url = "", text = "" } = (await shown(frame)) ?? {};
  return url.startsWith("moz-extension:") && text.includes(LISTED);
}

/** A tab whose site runs under its own service worker. */
async function underWorker(host: string): Promise<Page> {
  const tab = await world().visit(`http://${host}/`);
  await until("the site's worker", () =>
    tab.evaluate(() => document.title === "sẵn sàng" || null).catch(() => null),
  );
  return tab;
}

/** Whatever the page started has had its turn: a request made after it has been answered. */
async function settled(tab: Page): Promise<void> {
  await tab.evaluate(() => fetch("/settled").then((answer) => answer.text()));
}
