import { expect, type Page, test } from "@playwright/test";
import { eagerPage } from "./harness/eager-page.ts";
import { page } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { until } from "./harness/until.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

const SHARED = "trang-chung.example";
const CLINGING = "trang-bam.example";
const OTHER = "trang-khac.example";
/** Where the pages tell what they managed to do. */
const WITNESS = "nhan-chung.example";

const world = protectedWorld({
  paths: [
    `${SHARED}/view/qua-tang`,
    `${CLINGING}/view/qua-tang`,
    `${SHARED}/bai?id=7`,
    // No rule can express it.
    `${SHARED}/uu*dai`,
  ],
});

test.beforeAll(() => {
  world().network.serve(SHARED, () => eagerPage(WITNESS));
  world().network.serve(CLINGING, () =>
    page(
      "Bám",
      `<script>navigation.addEventListener("navigate", (e) => e.preventDefault())</script>`,
    ),
  );
  world().network.serve(WITNESS, () => ({ status: 204 }));
  world().network.serve(OTHER, () =>
    page("Khung", `<iframe src="http://${SHARED}//view/qua-tang"></iframe>`),
  );
});

/** What pages of a host achieved since a request was made. */
const achieved = (since: number) =>
  world()
    .network.at(WITNESS)
    .slice(since)
    .map(({ path }) => path.replace(`/${SHARED}/`, ""));

/** Presses keys until the test ends it, as somebody does who does not look up. */
function keepTyping(tab: Page): () => void {
  let on = true;
  void (async () => {
    while (on) await tab.keyboard.press("a").catch(() => undefined);
  })();
  return () => {
    on = false;
  };
}

for (const address of [
  `http://${SHARED}/view/qua-tang?u=://`,
  `http://${SHARED}/view/qua-tang/a+b`,
  `http://${SHARED}:8080/view/qua-tang`,
  `http://${SHARED}//view/qua-tang`,
  `http://${SHARED}/view/%71ua-tang?fbclid=x`,
  `http://${SHARED}/bai?fbclid=x&id=7`,
  `http://${SHARED}/uu*dai/2`,
]) {
  test(`of a listed path nothing can be read or typed while nobody is awake: ${address}`, async () => {
    const { chromium, network, openTab, visit } = world();
    const tab = await openTab();
    await chromium.sleepDeeply();
    const since = network.at(WITNESS).length;
    const stop = keepTyping(tab);
    await visit(address, tab);
    await expectWarning(tab, SHARED);
    stop();
    expect(achieved(since)).not.toContain("readable");
    expect(achieved(since)).not.toContain("typed");
  });
}

test("an honest page beside listed ones is shown, takes what is typed, and stays where it was led from", async () => {
  const { chromium, network, visit } = world();
  const tab = await visit(`http://${OTHER}/`);
  await chromium.sleepDeeply();
  const since = network.at(WITNESS).length;
  await tab.evaluate((url) => location.assign(url), `http://${SHARED}/view/khac`);
  await expectHeading(tab, "Nhập mật khẩu");
  await tab.locator("#field").pressSequentially("ab");
  await until("the page was read and typed into", () =>
    ["readable", "typed"].every((what) => achieved(since).includes(what)) ? true : null,
  );
  expect(await tab.evaluate(() => document.referrer)).toBe(`http://${OTHER}/`);
  await tab.goBack();
  await expectHeading(tab, "Khung");
});

for (const { page, host } of [
  { page: "such a page", host: SHARED },
  { page: "such a page that does not want to go", host: CLINGING },
]) {
  test(`whoever leaves the warning of ${page} comes to the page before it`, async () => {
    const { chromium, visit } = world();
    const tab = await visit(`http://${OTHER}/`);
    await expectHeading(tab, "Khung");
    await chromium.sleepDeeply();
    await visit(`http://${host}//view/qua-tang`, tab);
    await expectWarning(tab, host);
    await tab.getByRole("button", { name: say("general.back") }).click();
    await expectHeading(tab, "Khung");
  });
}

test("a frame with a listed path in another spelling gives way to the notice", async () => {
  const { chromium, network, openTab, visit } = world();
  const tab = await openTab();
  await chromium.sleepDeeply();
  const since = network.at(WITNESS).length;
  await visit(`http://${OTHER}/`, tab);
  await expect(tab.frameLocator("iframe").getByText(say("frame.blocked"))).toBeVisible();
  expect(achieved(since)).not.toContain("readable");
});
