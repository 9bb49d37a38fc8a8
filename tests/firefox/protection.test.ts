import type { Page } from "puppeteer-core";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { page, pages, redirect, script } from "../e2e/harness/replies.ts";
import { say } from "../e2e/harness/say.ts";
import { until } from "../e2e/harness/until.ts";
import {
  expectHeading,
  expectPrivate,
  expectWarning,
  press,
  protectedFirefox,
  shown,
} from "./harness/firefox-world.ts";

const LISTED = "vietcombank-xacthuc.example";
const SHARED = "trang-chung.example";
const HONEST = "bao-hom-nay.example";
const WORKER_SITE = "co-worker.example";
const OFFICIAL = "vietcombank.com.vn";
const LISTED_PAGE = `http://${LISTED}/trung-thuong`;

const world = protectedFirefox({
  hosts: [{ host: LISTED, brand: "Vietcombank" }, "203.0.113.7"],
  paths: [`${SHARED}/view/qua-tang`],
});

beforeAll(() => {
  const { network } = world();
  for (const host of [LISTED, `sub.${LISTED}`, SHARED, OFFICIAL, "203.0.113.7", "203.0.113.8"]) {
    network.serve(host, () => page(`Trang ${host}`));
  }
  network.serve(
    HONEST,
    pages({
      "/": page("Bản tin"),
      "/301": redirect(301, LISTED_PAGE),
      "/302": redirect(302, LISTED_PAGE),
      "/307": redirect(307, LISTED_PAGE),
      "/script": page("Chờ chút", `<script>location.href = "${LISTED_PAGE}"</script>`),
      "/meta": page("Chờ chút", "", `<meta http-equiv="refresh" content="0; url=${LISTED_PAGE}">`),
      "/pop-up": page("Tin", `<button onclick="window.open('${LISTED_PAGE}')">Xem</button>`),
      "/post-form": page(
        "Đăng nhập",
        `<form method="post" action="${LISTED_PAGE}"><input name="otp" value="123456"><button>Gửi</button></form>`,
      ),
      "/download": page("Tải về", `<a download href="http://${LISTED}/ung-dung.apk">Tải</a>`),
      "/frame": page("Có khung", `<iframe src="${LISTED_PAGE}"></iframe><p>Phần còn lại</p>`),
    }),
  );
  network.serve(
    WORKER_SITE,
    pages({
      "/": page(
        "Trang có worker",
        `<script>navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready).then(() => { document.querySelector("h1").textContent = "sẵn sàng" })</script>`,
      ),
      "/sw.js": script(`
        self.addEventListener("install", () => self.skipWaiting());
        self.addEventListener("activate", (event) => event.waitUntil(clients.claim()));
        self.addEventListener("fetch", (event) => {
          if (new URL(event.request.url).pathname === "/redirect")
            event.respondWith(Response.redirect("${LISTED_PAGE}", 302));
        });`),
    }),
  );
});

describe("a listed host", () => {
  let before = 0;
  const reached = () =>
    world().network.received.filter(({ host }) => host.endsWith(LISTED)).length - before;

  afterEach(() => {
    expect(reached(), "requests that reached the listed host").toBe(0);
  });

  test.each([
    ["itself", `http://${LISTED}/`, LISTED],
    ["over https", `https://${LISTED}/`, LISTED],
    ["by a sub-domain", `http://sub.${LISTED}/`, `sub.${LISTED}`],
    ["with the root dot", `http://${LISTED}./`, LISTED],
    ["on another port", `http://${LISTED}:8081/`, LISTED],
    ["in upper case", `http://${LISTED.toUpperCase()}/`, LISTED],
    ["behind a false name", `http://vietcombank.com.vn:x@${LISTED}/`, LISTED],
  ])("is stopped: %s", async (_, url, host) => {
    await expectWarning(await world().visit(url), host);
  });

  test.each(["301", "302", "307", "script", "meta"])("is stopped behind: %s", async (way) => {
    await expectWarning(await world().visit(`http://${HONEST}/${way}`), LISTED);
  });

  test("is stopped in a pop-up", async () => {
    const tab = await world().visit(`http://${HONEST}/pop-up`);
    await expectHeading(tab, "Tin");
    await tab.click("button");
    const popup = await until("the pop-up", async () => {
      for (const candidate of await world().firefox.browser.pages()) {
        const { url = "", text = "" } = (await shown(candidate)) ?? {};
        if (url.includes("warning.html") && text.includes(LISTED)) return candidate;
      }
      return null;
    });
    await popup.close();
  });

  test("gets nothing of a form", async () => {
    const tab = await world().visit(`http://${HONEST}/post-form`);
    await expectHeading(tab, "Đăng nhập");
    await tab.click("button");
    await expectWarning(tab, LISTED);
  });

  test("gives no download", async () => {
    const tab = await world().visit(`http://${HONEST}/download`);
    await expectHeading(tab, "Tải về");
    await tab.click("a");
    await expectWarning(tab, LISTED).catch(() => settled(tab));
  });

  test("is replaced by a notice in a frame", async () => {
    const tab = await world().visit(`http://${HONEST}/frame`);
    await until("the notice in the frame", async () => {
      for (const frame of tab.frames()) {
        const content = await shown(frame);
        if (content?.url.startsWith("moz-extension:") && content.text.includes(LISTED)) return true;
      }
      return null;
    });
    expect((await shown(tab))?.text).toContain("Phần còn lại");
  });

  test("is stopped behind a page's own service worker", async () => {
    const tab = await world().visit(`http://${WORKER_SITE}/`);
    await expectHeading(tab, "sẵn sàng");
    await world().visit(`http://${WORKER_SITE}/redirect`, tab);
    await expectWarning(tab, LISTED);
  });

  test("opens after two steps on the warning page, in that tab and those it opens, until revoked", async () => {
    const { firefox, network } = world();
    const tab = await world().visit(`http://${LISTED}/`);
    await expectWarning(tab, LISTED);
    await press(tab, say("warning.goOn"));
    await press(tab, say("override.go"));
    await expectHeading(tab, `Trang ${LISTED}`);
    await tab.evaluate(() => void window.open("/tiep"));
    const opened = await until("the tab that it opens", async () => {
      for (const page of await firefox.browser.pages()) {
        if ((await shown(page))?.url === `http://${LISTED}/tiep`) return page;
      }
      return null;
    });
    await expectHeading(opened, `Trang ${LISTED}`);
    await opened.close();
    await tab.bringToFront();
    await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
    await firefox.ask({ type: "revoke-override", entry: LISTED });
    before = network.received.filter(({ host }) => host.endsWith(LISTED)).length;
    await world().visit(`http://${LISTED}/tiep`, tab);
    await expectWarning(tab, LISTED);
  });
});

test("a path entry stops its path alone", async () => {
  const { network } = world();
  await expectWarning(await world().visit(`http://${SHARED}/view/qua-tang`), SHARED);
  await expectWarning(await world().visit(`http://${SHARED}/view/qua-tang/2?x=1`), SHARED);
  expect(network.at(SHARED)).toEqual([]);
  await expectHeading(await world().visit(`http://${SHARED}/view/khac`), `Trang ${SHARED}`);
});

test("a listed IP address is stopped, the next one opens", async () => {
  await expectWarning(await world().visit("http://203.0.113.7/"), "203.0.113.7");
  expect(world().network.at("203.0.113.7")).toEqual([]);
  await expectHeading(await world().visit("http://203.0.113.8/"), "Trang 203.0.113.8");
});

test("an official site carries the check mark, an unknown one none", async () => {
  await expectHeading(await world().visit(`http://${OFFICIAL}/`), `Trang ${OFFICIAL}`);
  await expectHeading(await world().visit(`http://${HONEST}/`), "Bản tin");
  await until("the mark", async () => (await badge(`http://${OFFICIAL}/`)) === "✓" || null);
  expect(await badge(`http://${HONEST}/`)).toBe("");
});

test("a report is sent as the preview shows it, and its receipt comes back", async () => {
  const { firefox, hub } = world();
  const popup = await firefox.openExtensionPage("popup.html");
  await press(popup, say("popup.tab.report"));
  await popup.waitForSelector("input");
  await fill(popup, say("report.url"), `http://${HONEST}/dang-nhap`);
  await press(popup, say("report.next"));
  await until("the preview", async () => {
    const text = (await shown(popup))?.text ?? "";
    return (
      (text.includes(say("report.previewTitle")) && text.includes(`http://${HONEST}/dang-nhap`)) ||
      null
    );
  });
  expect(hub.arrived()).toEqual([]);
  await press(popup, say("report.send"));
  await until(
    "the thanks",
    async () => (await shown(popup))?.text.includes(say("report.sentTitle")) || null,
  );
  expect(hub.stored()).toMatchObject([{ kind: "scam", url: `http://${HONEST}/dang-nhap` }]);
  const [sent] = await firefox.ask({ type: "reports" });
  expect(sent?.receipt).toMatch(/^TT-/);
  await popup.close();
});

test("nothing but the feed was asked for, and nothing but the report was sent", () => {
  expectPrivate(world());
});

async function badge(url: string): Promise<string> {
  return await world().firefox.inConsole(async (browser, shownUrl) => {
    const tab = (await browser.tabs.query({})).find((t) => t.url === shownUrl);
    return await browser.action.getBadgeText({ tabId: tab?.id ?? 0 });
  }, url);
}

/** Writes into the field with this label, as typing does. */
async function fill(tab: Page, label: string, value: string): Promise<void> {
  const id = await until(`the field «${label}»`, () =>
    tab.evaluate((text) => {
      const found = [...document.querySelectorAll("label")].find((l) =>
        l.textContent?.includes(text),
      );
      return found?.control?.id ?? null;
    }, label),
  );
  const field = await tab.$(`#${escaped(id)}`);
  if (!field) throw new Error(`no field ${label}`);
  await field.evaluate((element) => (element as HTMLInputElement).select());
  await field.type(value);
}

function escaped(id: string): string {
  return id.replace(/[^\w-]/g, (character) => `\\${character}`);
}

/** Whatever the page started has had its turn: a request made after it has been answered. */
async function settled(tab: Page): Promise<void> {
  await tab.evaluate(() => fetch("/settled").then((answer) => answer.text()));
}
