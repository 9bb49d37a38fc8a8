import { expect, type Page, test } from "@playwright/test";
import { page } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

const LISTED = "da-liet-ke.example";
const LATER = "sap-liet-ke.example";
const DAY_MS = 86_400_000;

const world = protectedWorld({ hosts: [LISTED] });

test.beforeAll(() => {
  for (const host of [LISTED, LATER]) world().network.serve(host, () => page(`Trang ${host}`));
});

test.afterEach(async () => {
  // The next worker starts with the true clock.
  await world().chromium.killWorker();
});

test("a computer whose clock is years behind is protected, and its list goes on growing", async () => {
  const { chromium, update, visit } = world();
  await update({ hosts: [LISTED] });
  await chromium.passTime(-20 * 365 * DAY_MS);
  await expectWarning(await visit(`http://${LISTED}/`), LISTED);
  await expectHeading(await visit(`http://${LATER}/`), `Trang ${LATER}`);
  await update({ hosts: [LISTED, LATER] });
  await expectWarning(await visit(`http://${LATER}/`), LATER);
});

test("a computer whose clock is years ahead takes no list for new, says so, and blocks as before", async () => {
  const { chromium, feed, publisher, update, visit } = world();
  await update({ hosts: [LISTED] });
  await chromium.passTime(3 * 365 * DAY_MS);
  feed.show(await publisher.publish({ hosts: [LISTED, LATER] }));
  expect((await chromium.ask({ type: "update-now" })).problem?.code).toBe("expired");
  await expectWarning(await visit(`http://${LISTED}/`), LISTED);
  await expectHeading(await visit(`http://${LATER}/`), `Trang ${LATER}`);
  const popup = await openListState();
  await expect(popup.getByText(say("list.state.expired"))).toBeVisible();

  // Put right, it takes the list at once.
  await chromium.killWorker();
  expect((await chromium.ask({ type: "update-now" })).problem).toBeNull();
  await expectWarning(await visit(`http://${LATER}/`), LATER);
  expect((await chromium.ask({ type: "state" })).list.freshness).toBe("fresh");
});

test("a clock that was ahead during an update and is put right silences nothing", async () => {
  const { chromium, feed, publisher, visit } = world();
  await chromium.passTime(300 * DAY_MS);
  // Whoever has a true clock would call this feed one from the future.
  feed.show(await publisher.publish({ hosts: [LISTED], daysAgo: -300 }));
  expect((await chromium.ask({ type: "update-now" })).problem).toBeNull();
  feed.show(await publisher.publish({ hosts: [LISTED, LATER] }));
  await chromium.killWorker();

  // Asked for its state, the worker starts, and asks the feed by itself.
  await expect
    .poll(async () => {
      const { list } = await chromium.ask({ type: "state" });
      return list.entries === 2 && !list.updating && list.enforced;
    })
    .toBe(true);

  await expectWarning(await visit(`http://${LATER}/`), LATER);
  expect((await chromium.ask({ type: "state" })).list.freshness).toBe("fresh");
});

/** The popup, with the state of the list opened. */
async function openListState(): Promise<Page> {
  const popup = await world().openTab();
  await popup.goto(world().chromium.extensionUrl("popup.html"));
  await popup.getByRole("button", { name: say("popup.listButton") }).click();
  return popup;
}
