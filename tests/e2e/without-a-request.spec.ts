import { expect, type Page, test } from "@playwright/test";
import { achievedBy, eagerPage } from "./harness/eager-page.ts";
import { workerSite } from "./harness/leading-pages.ts";
import type { Reply } from "./harness/network.ts";
import { POPUP_TEXT, POPUP_WAYS, popupWriter } from "./harness/popup-writer.ts";
import { page, redirect, unchanging } from "./harness/replies.ts";
import { typeInto } from "./harness/type-into.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

/** Where the pages tell what they managed to do. */
const WITNESS = "nhan-chung.example";
const ELSEWHERE = "noi-khac.example";
/** Ways in which a site's own service worker stands in for the network; each has a host. */
const WAYS = ["cached", "routed", "raced", "sandboxed"] as const;
const hostOf = (way: string) => `${way}.lua-dao.example`;
const HONEST = "that-tha.example";
const REDIRECTING = "chuyen-huong.example";
const RETURNING = "quay-lai.example";
const UNCHANGED = "khong-doi.example";
const OPENER = "mo-cua-so.example";
/** Service workers need a secure origin; the browser is told to take these for one. */
const SECURE = [...WAYS.map(hostOf), HONEST].map((host) => `http://${host}`);

const EAGER = String(eagerPage(WITNESS).body);

const world = protectedWorld(
  { hosts: ["tu-dau.lua-dao.example"] },
  {
    args: [`--unsafely-treat-insecure-origin-as-secure=${SECURE.join(",")}`],
    backForwardCache: true,
  },
);

test.beforeAll(() => {
  const { network } = world();
  network.serve(WITNESS, () => ({ status: 204 }));
  network.serve(ELSEWHERE, () => page("Nơi khác"));
  for (const host of [...WAYS.map(hostOf), HONEST])
    network.serve(host, workerSite("http://x.example/", EAGER));
  network.serve(RETURNING, () => keepable(eagerPage(WITNESS)));
  network.serve(UNCHANGED, unchanging(eagerPage(WITNESS)));
  network.serve(OPENER, popupWriter);
});

for (const way of WAYS) {
  test(`a listed page that its own service worker gives out (${way}) is neither read nor typed into`, async () => {
    const { chromium, network, update, visit } = world();
    const host = hostOf(way);
    const tab = await underWorker(host);
    await visit(`http://${ELSEWHERE}/`, tab);
    await update({ hosts: [host] });
    await chromium.sleepDeeply();
    const before = network.at(host).length;
    const typing = typeInto(tab);
    await visit(`http://${host}/${way}`, tab);
    await expectWarning(tab, host);
    await typing.stop();
    expectUnseen(host);
    expect(network.at(host).slice(before)).toEqual([]);
  });
}

test("a way over another host to a listed page in its worker's cache ends at the warning", async () => {
  const { chromium, network, update, visit } = world();
  const host = hostOf("routed");
  await update({ hosts: ["tu-dau.lua-dao.example"] });
  await underWorker(host);
  network.serve(REDIRECTING, () => redirect(302, `http://${host}/routed`));
  await update({ hosts: [host] });
  await chromium.sleepDeeply();
  const since = network.at(WITNESS).length;
  await expectWarning(await visit(`http://${REDIRECTING}/`), host);
  const achieved = network.at(WITNESS).slice(since);
  expect(achieved.map(({ path }) => path)).not.toContain(`/${host}/readable`);
});

test("an honest page that its own service worker gives out is shown and takes what is typed", async () => {
  const { chromium, network, visit } = world();
  const tab = await underWorker(HONEST);
  await chromium.sleepDeeply();
  for (const time of [1, 2]) {
    await visit(`http://${HONEST}/routed`, tab);
    const typing = typeInto(tab);
    await expect(tab.locator("#field"), `time ${time}`).toHaveValue(/a/);
    await typing.stop();
  }
  expect(achievedBy(HONEST, network, WITNESS)).toContain("readable");
});

test("the way back to a page that was listed meanwhile leads to the warning", async () => {
  const { chromium, network, update, visit } = world();
  const tab = await visit(`http://${RETURNING}/`);
  await expectHeading(tab, "Nhập mật khẩu");
  await visit(`http://${ELSEWHERE}/`, tab);
  await update({ hosts: [RETURNING] });
  await chromium.sleepDeeply();
  const before = network.at(RETURNING).length;
  const typing = typeInto(tab);
  await tab.goBack({ waitUntil: "commit" }).catch(() => null);
  await expectWarning(tab, RETURNING);
  await typing.stop();
  // Chromium 156 empties its back/forward cache when rules change.
  expect(achievedBy(RETURNING, network, WITNESS)).not.toContain("typed");
  expect(network.at(RETURNING).slice(before)).toEqual([]);
});

test("a page that the browser has kept is not shown once it is listed, and is asked for again once it no longer is", async () => {
  const { network, update, visit } = world();
  const url = `http://${UNCHANGED}/`;
  const heading = "Nhập mật khẩu";
  const loads = () => network.at(UNCHANGED).filter(({ path }) => path === "/");
  const timesRead = () =>
    achievedBy(UNCHANGED, network, WITNESS).filter((what) => what === "readable").length;
  const tab = await world().openTab();
  await expect(async () => {
    await visit(url, tab);
    await expect.poll(() => timesRead() === loads().length, "it was read each time").toBe(true);
    expect(loads().at(-1)?.headers["if-none-match"], "the browser has kept it").toBe('"1"');
  }).toPass();
  await update({ hosts: [UNCHANGED] });
  const before = network.at(UNCHANGED).length;
  const told = network.at(WITNESS).length;
  await expectWarning(await visit(url), UNCHANGED);
  expect(network.at(UNCHANGED).slice(before)).toEqual([]);
  expect(network.at(WITNESS).slice(told)).toEqual([]);
  await update({ hosts: ["tu-dau.lua-dao.example"] });
  await expectHeading(await visit(url), heading);
});

test("popups that a page wrote itself give way to the warning with it once it is listed", async () => {
  const { chromium, update, visit } = world();
  const tab = await visit(`http://${OPENER}/`);
  const popups: Page[] = [];
  for (const way of POPUP_WAYS) {
    const opened = chromium.context.waitForEvent("page");
    await tab.locator(`#${way}`).click();
    const popup = await opened;
    await expectHeading(popup, POPUP_TEXT);
    popups.push(popup);
  }
  const blank = await world().openTab();
  await update({ hosts: [OPENER] });
  for (const one of [tab, ...popups]) await expectWarning(one, OPENER);
  expect(blank.url()).toBe("about:blank");
});

/** Without `no-store`, so that the browser may keep the page for the way back. */
function keepable(reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, "cache-control": "max-age=60" } };
}

function expectUnseen(host: string): void {
  const achieved = achievedBy(host, world().network, WITNESS);
  expect(achieved).not.toContain("readable");
  expect(achieved).not.toContain("typed");
}

async function underWorker(host: string): Promise<Page> {
  const tab = await world().visit(`http://${host}/`);
  await expect(tab).toHaveTitle("sẵn sàng");
  return tab;
}
