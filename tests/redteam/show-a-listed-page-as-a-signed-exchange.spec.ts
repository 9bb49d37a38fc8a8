import { expect, type Page, test } from "@playwright/test";
import type { Reply } from "../e2e/harness/network.ts";
import { page } from "../e2e/harness/replies.ts";
import { say } from "../e2e/harness/say.ts";
import { exchangeSigner } from "../e2e/harness/signed-exchange.ts";
import { expectWarning, protectedWorld } from "../e2e/harness/world.ts";

const LISTED = "da-liet-ke.example";
const SHARED = "trang-chung.example";
const HONEST = "bao-hom-nay.example";
/** Exchanges are for hosts that browsers trust, such as this machine. */
const CARRIER = "localhost";

const EXCHANGE = "application/signed-exchange;v=b3";

const listed = await exchangeSigner(LISTED);
const shared = await exchangeSigner(SHARED);
const honest = await exchangeSigner(HONEST);
const keys = [listed, shared, honest].map(({ keyHash }) => keyHash).join(",");

const world = protectedWorld(
  { hosts: [LISTED], paths: [`${SHARED}/view/qua-tang`] },
  {
    args: [
      `--ignore-certificate-errors-spki-list=${keys}`,
      "--enable-features=AllowSignedHTTPExchangeCertsWithoutExtension",
    ],
  },
);

const ofListed = listed.sign(`https://${LISTED}/trang`, heading("Ngân hàng giả đây"));
const ofShared = shared.sign(`https://${SHARED}/view/qua-tang`, heading("Ngân hàng giả đây"));
const ofHonest = honest.sign(`https://${HONEST}/tin`, heading("Tin hôm nay"));

function heading(text: string): string {
  return `<!doctype html><meta charset="utf-8"><h1>${text}</h1>`;
}

function carried(body: Uint8Array, headers: Reply["headers"] = {}): Reply {
  return {
    headers: {
      "content-type": EXCHANGE,
      "x-content-type-options": "nosniff",
      ...headers,
    },
    body,
  };
}

test.beforeAll(() => {
  const { network } = world();
  network.serve(CARRIER, ({ path }) => {
    switch (path) {
      case "/listed.sxg":
        return carried(ofListed);
      case "/listed-path.sxg":
        return carried(ofShared);
      case "/honest.sxg":
        return carried(ofHonest);
      case "/upper-case.sxg":
        return carried(ofListed, { "content-type": "Application/SIGNED-Exchange;v=b3" });
      case "/two-types.sxg":
        return carried(ofListed, { "content-type": ["text/plain", EXCHANGE] });
      case "/parameters.sxg":
        return carried(ofListed, { "content-type": ` ${EXCHANGE} ;x="text/html"` });
      case "/stored.sxg":
        return carried(ofListed, { "cache-control": "public, max-age=3600" });
      case "/redirected":
        return { status: 302, headers: { location: "/listed.sxg" } };
      case "/frame":
        return page("Có khung", `<iframe src="/listed.sxg"></iframe>`);
      case "/prefetch":
        return page(
          "Nạp trước",
          `<link rel="prefetch" href="/stored.sxg" onload="document.title = 'xong'" onerror="document.title = 'xong'"><a href="/stored.sxg">Xem</a>`,
        );
      case "/worker":
        return page(
          "Có worker",
          `<script>navigator.serviceWorker.register("/worker.js").then(() => navigator.serviceWorker.ready).then(() => { document.title = "sẵn sàng"; });</script>`,
        );
      case "/worker.js":
        return { headers: { "content-type": "text/javascript" }, body: WORKER };
      default:
        return { status: 404 };
    }
  });
});

/** Answers with an exchange that it was sent within a script, so that no response header of a server is to be seen. */
const WORKER = `
const bytes = Uint8Array.from(atob("${Buffer.from(ofListed).toString("base64")}"), (letter) => letter.charCodeAt(0));
const headers = { "content-type": "application/signed-exchange;v=b3", "x-content-type-options": "nosniff" };
addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (pathname === "/made.sxg") event.respondWith(new Response(bytes, { headers }));
  if (pathname === "/passed-on.sxg") event.respondWith(fetch("/listed.sxg"));
});`;

async function expectNothingShown(tab: Page): Promise<void> {
  await expect(tab.getByText("Ngân hàng giả đây")).toHaveCount(0);
  expect(world().network.at(LISTED)).toEqual([]);
  expect(world().network.connections(LISTED)).toEqual([]);
}

for (const way of [
  "listed.sxg",
  "upper-case.sxg",
  "two-types.sxg",
  "parameters.sxg",
  "redirected",
]) {
  test(`${way}: a page of a listed host that another host serves gives way to the warning page`, async () => {
    const tab = await world().visit(`http://${CARRIER}/${way}`);
    await expectWarning(tab, LISTED);
    await expectNothingShown(tab);
  });
}

test("a listed path that another host serves gives way to the warning page", async () => {
  await expectWarning(await world().visit(`http://${CARRIER}/listed-path.sxg`), SHARED);
});

test("in a frame it gives way to a notice", async () => {
  const tab = await world().visit(`http://${CARRIER}/frame`);
  await expect(tab.frameLocator("iframe").getByText(say("frame.blocked"))).toBeVisible();
  await expectNothingShown(tab);
});

test("loaded ahead of time and then clicked, it gives way to the warning page", async () => {
  const tab = await world().visit(`http://${CARRIER}/prefetch`);
  await expect(tab).toHaveTitle("xong");
  await tab.click("a");
  await expectWarning(tab, LISTED);
  await expectNothingShown(tab);
});

test("a page of an honest host is loaded from its own server instead", async () => {
  const { network, visit } = world();
  network.serve(HONEST, () => "drop");
  const tab = await visit(`http://${CARRIER}/honest.sxg`);
  await expect.poll(() => network.connections(HONEST).length).toBeGreaterThan(0);
  await expect(tab.getByText("Tin hôm nay")).toHaveCount(0);
});

// The worker stays for all later pages.
for (const way of ["made.sxg", "passed-on.sxg"]) {
  test(`${way}: from a service worker it is a file to download, not a page`, async () => {
    const tab = await world().visit(`http://${CARRIER}/worker`);
    await expect(tab).toHaveTitle("sẵn sàng");
    const [download] = await Promise.all([
      tab.waitForEvent("download"),
      tab.evaluate((name) => location.assign(`/${name}`), way),
    ]);
    await download.cancel();
    await expectNothingShown(tab);
  });
}
