import { beforeAll, expect, test } from "vitest";
import { IDLE } from "../e2e/harness/firefox.ts";
import { page } from "../e2e/harness/replies.ts";
import { say } from "../e2e/harness/say.ts";
import { until } from "../e2e/harness/until.ts";
import {
  expectHeading,
  expectWarning,
  press,
  protectedFirefox,
  shown,
} from "./harness/firefox-world.ts";

const LISTED = "da-liet-ke.example";
const LATER = "sap-liet-ke.example";
const DAY_MS = 86_400_000;

// A background that was put to sleep would wake with the true clock.
const world = protectedFirefox({ hosts: [LISTED] }, { prefs: { [IDLE]: 600_000 } });

beforeAll(() => {
  for (const host of [LISTED, LATER]) world().network.serve(host, () => page(`Trang ${host}`));
});

test("a computer whose clock is years behind is protected, and its list goes on growing", async () => {
  const { firefox, update, visit } = world();
  await firefox.passTime(-20 * 365 * DAY_MS);
  await expectWarning(await visit(`http://${LISTED}/`), LISTED);
  await expectHeading(await visit(`http://${LATER}/`), `Trang ${LATER}`);
  await update({ hosts: [LISTED, LATER] });
  await expectWarning(await visit(`http://${LATER}/`), LATER);
  await firefox.passTime(20 * 365 * DAY_MS);
});

test("a computer whose clock is years ahead takes no list for new, says so, and blocks as before", async () => {
  const { feed, firefox, publisher, update, visit } = world();
  await update({ hosts: [LISTED] });
  await firefox.passTime(3 * 365 * DAY_MS);
  feed.show(await publisher.publish({ hosts: [LISTED, LATER] }));
  expect((await firefox.ask({ type: "update-now" })).problem?.code).toBe("expired");
  await expectWarning(await visit(`http://${LISTED}/`), LISTED);
  await expectHeading(await visit(`http://${LATER}/`), `Trang ${LATER}`);
  const popup = await firefox.openExtensionPage("popup.html");
  await press(popup, say("popup.listButton"));
  await until(
    "the words",
    async () => (await shown(popup))?.text.includes(say("list.state.expired")) || null,
  );
  await popup.close();

  // Put right, it takes the list at once.
  await firefox.passTime(-3 * 365 * DAY_MS);
  expect((await firefox.ask({ type: "update-now" })).problem).toBeNull();
  await expectWarning(await visit(`http://${LATER}/`), LATER);
  expect((await firefox.ask({ type: "state" })).list.freshness).toBe("fresh");
});

test("a clock that was ahead during an update and is put right silences nothing", async () => {
  const { feed, firefox, publisher } = world();
  await firefox.passTime(300 * DAY_MS);
  // Whoever has a true clock would call this feed one from the future.
  feed.show(await publisher.publish({ hosts: [LISTED], daysAgo: -300 }));
  expect((await firefox.ask({ type: "update-now" })).problem).toBeNull();
  feed.show(await publisher.publish({ hosts: [LISTED, LATER] }));

  // Started again, it asks the feed by itself.
  await world().restart();
  await until("the new list is in use", async () => {
    const { list } = await world().firefox.ask({ type: "state" });
    return (list.entries === 2 && !list.updating) || null;
  });
  await expectWarning(await world().visit(`http://${LATER}/`), LATER);
  expect((await world().firefox.ask({ type: "state" })).list.freshness).toBe("fresh");
});
