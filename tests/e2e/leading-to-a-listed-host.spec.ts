import { expect, type Page, test } from "@playwright/test";
import { leadingTo, workerSite } from "./harness/leading-pages.ts";
import { download, page } from "./harness/replies.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

const LISTED = "nhan-qua.example";
const HONEST = "bao-hom-nay.example";
/** Service workers need a secure origin; the browser is told to take these two for one. */
const WORKER_SITE = "co-worker.example";
const LISTED_LATER = "bi-liet-ke-sau.example";

const LISTED_PAGE = `http://${LISTED}/trung-thuong`;

const world = protectedWorld(
  { hosts: [LISTED] },
  {
    args: [
      `--unsafely-treat-insecure-origin-as-secure=http://${WORKER_SITE},http://${LISTED_LATER}`,
    ],
  },
);

test.beforeAll(() => {
  const { network } = world();
  network.serve(LISTED, () => page("Bạn đã trúng thưởng"));
  network.serve(HONEST, leadingTo(LISTED_PAGE, HONEST));
  network.serve(`sub.${LISTED}`, () => download("ung-dung.apk", "PK"));
  network.serve(
    WORKER_SITE,
    workerSite(LISTED_PAGE, `<!doctype html><a href='${LISTED_PAGE}'>Xem</a>`),
  );
  network.serve(LISTED_LATER, workerSite(LISTED_PAGE, String(page("Nhập mật khẩu").body)));
});

test.afterEach(() => {
  const { network } = world();
  const reached = [...network.at(LISTED), ...network.at(`sub.${LISTED}`)];
  expect(reached, "requests that reached the listed host").toEqual([]);
});

for (const path of ["/301", "/302", "/303", "/307", "/308", "/chain"]) {
  test(`a redirect (${path.slice(1)}) to a listed host ends at the warning page`, async () => {
    const tab = await world().visit(`http://${HONEST}${path}`);
    await expectWarning(tab, LISTED);
  });
}

for (const [path, what] of [
  ["/script", "a script that sets the address"],
  ["/replace", "a script that replaces the address"],
  ["/meta", "a meta refresh"],
  ["/refresh-header", "a Refresh header"],
] as const) {
  test(`${what} leads to the warning page`, async () => {
    const tab = await world().visit(`http://${HONEST}${path}`);
    await expectWarning(tab, LISTED);
  });
}

test("a link leads to the warning page", async () => {
  const tab = await world().visit(`http://${HONEST}/link`);
  await tab.getByRole("link").click();
  await expectWarning(tab, LISTED);
});

for (const [path, role] of [
  ["/new-tab", "link"],
  ["/pop-up", "button"],
] as const) {
  test(`${path.slice(1)}: what opens shows the warning page`, async () => {
    const tab = await world().visit(`http://${HONEST}${path}`);
    const opened = world().chromium.context.waitForEvent("page");
    await tab.getByRole(role).click();
    await expectWarning(await opened, LISTED);
    await expectHeading(tab, "Tin hôm nay");
  });
}

for (const path of ["/get-form", "/post-form", "/post-then-307"]) {
  test(`${path.slice(1)}: what was typed does not reach the listed host`, async () => {
    const tab = await world().visit(`http://${HONEST}${path}`);
    await tab.getByRole("button").click();
    await expectWarning(tab, LISTED);
  });
}

for (const path of ["/download", "/download-redirected"]) {
  test(`${path.slice(1)}: nothing is downloaded from a listed host`, async () => {
    const tab = await world().visit(`http://${HONEST}${path}`);
    const saved: string[] = [];
    tab.on("download", (file) => saved.push(file.url()));
    await tab.getByRole("link").click();
    await expectWarning(tab, LISTED);
    expect(saved).toEqual([]);
  });
}

for (const path of ["/frame", "/frame-redirected"]) {
  test(`${path.slice(1)}: a frame shows a notice and the page around it stays`, async () => {
    const tab = await world().visit(`http://${HONEST}${path}`);
    await expect(tab.frameLocator("iframe").locator("body")).toContainText(LISTED);
    await expect(tab.getByText("Phần còn lại")).toBeVisible();
  });
}

test("a frame inside a frame shows a notice", async () => {
  const tab = await world().visit(`http://${HONEST}/frame-in-frame`);
  await expect(tab.frameLocator("iframe").frameLocator("iframe").locator("body")).toContainText(
    LISTED,
  );
});

test("the popup tells of the listed frames in a page", async () => {
  const { chromium, visit } = world();
  const tab = await visit(`http://${HONEST}/frame`);
  await expect(tab.frameLocator("iframe").locator("body")).toContainText(LISTED);
  const tabId = await chromium.tabId(`http://${HONEST}/frame`);
  await expect
    .poll(async () => (await chromium.ask({ type: "tab-verdict", tabId })).blockedFrames)
    .toEqual([LISTED_PAGE]);
});

// Prerendering: see cold-start.spec.ts.
test("prefetch: a listed page is not loaded ahead of time", async () => {
  const tab = await world().visit(`http://${HONEST}/prefetch`);
  await settled(tab);
  await world().visit(LISTED_PAGE, tab);
  await expectWarning(tab, LISTED);
});

for (const scheme of ["ws", "wss"]) {
  test(`${scheme}: a page's socket does not reach a listed host`, async () => {
    const { network, visit } = world();
    const tab = await visit(`http://${HONEST}/socket`);
    const open = (host: string) =>
      tab.evaluate(
        (url) =>
          new Promise((done) => {
            const socket = new WebSocket(url);
            socket.onclose = socket.onopen = ({ type }) => done(type);
          }),
        `${scheme}://${host}/`,
      );
    const before = network.connections(LISTED).length;
    await open(LISTED);
    expect(network.connections(LISTED).length, "tunnels to the listed host").toBe(before);
    // The same script reaches other hosts: a socket goes through the proxy by CONNECT, ws too.
    await open(HONEST);
    expect(network.connections(HONEST).length).toBeGreaterThan(0);
  });
}

test("a page under its own service worker cannot redirect to a listed host", async () => {
  const tab = await underWorker(WORKER_SITE);
  await world().visit(`http://${WORKER_SITE}/redirect`, tab);
  await expectWarning(tab, LISTED);
});

test("a link in a page that a service worker made leads to the warning page", async () => {
  const tab = await underWorker(WORKER_SITE);
  await world().visit(`http://${WORKER_SITE}/cached`, tab);
  await tab.getByRole("link").click();
  await expectWarning(tab, LISTED);
});

test("a host that was listed after its service worker settled in is blocked all the same", async () => {
  const tab = await underWorker(LISTED_LATER);
  await world().visit(`http://${LISTED_LATER}/cached`, tab);
  await expectHeading(tab, "Nhập mật khẩu");
  await world().visit(`http://${HONEST}/link`, tab);

  await world().update({ hosts: [LISTED, LISTED_LATER] });

  const before = world().network.at(LISTED_LATER).length;
  await world().visit(`http://${LISTED_LATER}/cached`, tab);
  await expectWarning(tab, LISTED_LATER);
  expect(world().network.at(LISTED_LATER).length).toBe(before);
});

/** A tab whose site runs under its own service worker. */
async function underWorker(host: string): Promise<Page> {
  const tab = await world().visit(`http://${host}/`);
  await expect(tab).toHaveTitle("sẵn sàng");
  return tab;
}

/** Whatever the page started has had its turn: a request made after it has been answered. */
async function settled(tab: Page): Promise<void> {
  await tab.evaluate(() => fetch("/settled").then((answer) => answer.text()));
}
