import { beforeAll, expect, test } from "vitest";
import { achievedBy, eagerPage } from "../e2e/harness/eager-page.ts";
import { workerSite } from "../e2e/harness/leading-pages.ts";
import { POPUP_TEXT, POPUP_WAYS, popupWriter } from "../e2e/harness/popup-writer.ts";
import { page, unchanging } from "../e2e/harness/replies.ts";
import { typeInto } from "../e2e/harness/type-into.ts";
import { until } from "../e2e/harness/until.ts";
import { expectHeading, expectWarning, protectedFirefox } from "./harness/firefox-world.ts";

/** Where the pages tell what they managed to do. */
const WITNESS = "nhan-chung.example";
const ELSEWHERE = "noi-khac.example";
const WAYS = ["cached", "sandboxed"] as const;
const hostOf = (way: string) => `${way}.lua-dao.example`;
const RETURNING = "quay-lai.example";
const UNCHANGED = "khong-doi.example";
const OPENER = "mo-cua-so.example";

const EAGER = eagerPage(WITNESS);

const world = protectedFirefox({ hosts: ["tu-dau.lua-dao.example"] });

beforeAll(() => {
  const { network } = world();
  network.serve(WITNESS, () => ({ status: 204 }));
  network.serve(ELSEWHERE, () => page("Nơi khác"));
  for (const way of WAYS)
    network.serve(hostOf(way), workerSite("http://x.example/", String(EAGER.body)));
  // Without `no-store`, so that the browser may keep the page for the way back.
  const kept = { ...EAGER, headers: { ...EAGER.headers, "cache-control": "max-age=60" } };
  network.serve(RETURNING, () => kept);
  network.serve(UNCHANGED, unchanging(EAGER));
  network.serve(OPENER, popupWriter);
});

test.each(WAYS)(
  "a listed page that its own service worker gives out (%s) is neither read nor typed into",
  async (way) => {
    const { network, update, visit } = world();
    const host = hostOf(way);
    const tab = await visit(`http://${host}/`);
    await until("the site's worker", () =>
      tab.evaluate(() => document.title === "sẵn sàng" || null).catch(() => null),
    );
    await visit(`http://${ELSEWHERE}/`, tab);
    await expectHeading(tab, "Nơi khác");
    await update({ hosts: [host] });
    const before = network.at(host).length;
    const typing = typeInto(tab);
    await visit(`http://${host}/${way}`, tab);
    await expectWarning(tab, host);
    await typing.stop();
    const achieved = achievedBy(host, network, WITNESS);
    expect(achieved).not.toContain("readable");
    expect(achieved).not.toContain("typed");
    expect(network.at(host).slice(before)).toEqual([]);
  },
);

test("a page in the back/forward cache that was listed meanwhile takes no input and gives way to the warning", async () => {
  const { network, update, visit } = world();
  const tab = await visit(`http://${RETURNING}/`);
  await expectHeading(tab, "Nhập mật khẩu");
  await visit(`http://${ELSEWHERE}/`, tab);
  await expectHeading(tab, "Nơi khác");
  await update({ hosts: [RETURNING] });
  const before = network.at(RETURNING).length;
  const typing = typeInto(tab);
  await tab.evaluate(() => history.back());
  await expectWarning(tab, RETURNING);
  await typing.stop();
  const achieved = achievedBy(RETURNING, network, WITNESS);
  expect(achieved, "the page came back without being loaded").toContain("back");
  expect(achieved).not.toContain("typed");
  expect(network.at(RETURNING).slice(before)).toEqual([]);
});

test("a page that the browser has kept is not shown once it is listed, and is asked for again once it no longer is", async () => {
  const { network, update, visit } = world();
  const url = `http://${UNCHANGED}/`;
  const heading = "Nhập mật khẩu";
  const loads = () => network.at(UNCHANGED).filter(({ path }) => path === "/");
  const timesRead = () =>
    achievedBy(UNCHANGED, network, WITNESS).filter((what) => what === "readable").length;
  const tab = await visit(url);
  await until("the browser has kept it and shows it again", async () => {
    await until("it was read each time", () => timesRead() > 0 && timesRead() === loads().length);
    if (loads().at(-1)?.headers["if-none-match"] === '"1"') return true;
    const before = loads().length;
    await visit(url, tab);
    await until("it is asked for once more", () => loads().length > before);
    return null;
  });
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
  const { firefox, update, visit } = world();
  const tab = await visit(`http://${OPENER}/`);
  await expectHeading(tab, "Khuyến mãi");
  const before = new Set(await firefox.browser.pages());
  for (const way of POPUP_WAYS) {
    await tab.bringToFront();
    await tab.click(`#${way}`);
  }
  const popups = await until("the popups", async () => {
    const fresh = (await firefox.browser.pages()).filter((one) => !before.has(one));
    return fresh.length === POPUP_WAYS.length ? fresh : null;
  });
  for (const popup of popups) await expectHeading(popup, POPUP_TEXT);
  await update({ hosts: [OPENER] });
  for (const one of [tab, ...popups]) await expectWarning(one, OPENER);
  for (const popup of popups) await popup.close();
});
