import { afterEach, beforeAll, expect, test } from "vitest";
import type { SyncProblem } from "../../src/extension/messages.ts";
import { BAD_FEEDS } from "../e2e/harness/bad-feeds.ts";
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

const world = protectedFirefox({ hosts: [LISTED] });

beforeAll(() => {
  for (const host of [LISTED, LATER]) world().network.serve(host, () => page(`Trang ${host}`));
});

afterEach(() => {
  world().feed.behave();
});

test.each(BAD_FEEDS)(
  "a feed that is $what changes nothing, and the popup says so in words",
  async ({ interfere, code }) => {
    const { feed, firefox, publisher } = world();
    await world().update({ hosts: [LISTED] });
    const before = await firefox.ask({ type: "state" });
    feed.show(await publisher.publish({ hosts: [LISTED, LATER] }));
    feed.misbehave(interfere);

    const { problem } = await firefox.ask({ type: "update-now" });

    expect(code).toContain(problem?.code);
    await stillProtects();
    await expectHeading(await world().visit(`http://${LATER}/`), `Trang ${LATER}`);
    const after = await firefox.ask({ type: "state" });
    expect(after.list.version).toBe(before.list.version);
    expect(after.list.entries).toBe(before.list.entries);
    await popupSays(`problem.${problem?.code ?? "forged"}`);

    feed.behave();
    expect((await firefox.ask({ type: "update-now" })).problem).toBeNull();
    await expectWarning(await world().visit(`http://${LATER}/`), LATER);
  },
);

test("a server that never answers is given up, and protection goes on", async () => {
  const { feed, firefox, network } = world();
  feed.misbehave(() => "hang");
  feed.asked();
  const updating = firefox.ask({ type: "update-now" });
  await until("the feed is asked", () => feed.asked().length > 0 || null);
  expect((await firefox.ask({ type: "state" })).list.updating).toBe(true);
  await stillProtects();
  await network.disconnect();
  await network.reconnect();
  expect((await updating).problem?.code).toBe("offline");
  await stillProtects();
});

test("an older feed than the one at hand is refused", async () => {
  const { feed, firefox, publisher } = world();
  const old = await publisher.publish({ hosts: [LISTED] });
  await world().update({ hosts: [LISTED, LATER] });
  feed.show(old);
  expect((await firefox.ask({ type: "update-now" })).problem?.code).toBe("rolled-back");
  await expectWarning(await world().visit(`http://${LATER}/`), LATER);
  await popupSays("problem.rolled-back");
  feed.show(await publisher.publish({ hosts: [LISTED] }));
  expect((await firefox.ask({ type: "update-now" })).problem).toBeNull();
  await expectHeading(await world().visit(`http://${LATER}/`), `Trang ${LATER}`);
});

test("a feed that has expired is refused, and the last good list goes on", async () => {
  const { feed, firefox, publisher } = world();
  await world().update({ hosts: [LISTED] });
  feed.show(await publisher.publish({ hosts: [LISTED, LATER], daysAgo: 30 }));
  expect((await firefox.ask({ type: "update-now" })).problem?.code).toBe("expired");
  await stillProtects();
  await expectHeading(await world().visit(`http://${LATER}/`), `Trang ${LATER}`);
  await popupSays("problem.expired");
});

test("a list that expires in the browser says so and still blocks", async () => {
  const { firefox, network } = world();
  await world().update({ hosts: [LISTED] });
  await network.disconnect();
  try {
    await firefox.passTime(400 * DAY_MS);
    await stillProtects();
    expect((await firefox.ask({ type: "state" })).list.freshness).toBe("expired");
    await popupSays("list.state.expired");
  } finally {
    await network.reconnect();
  }
});

async function stillProtects(): Promise<void> {
  const { network, visit } = world();
  const reached = network.at(LISTED).length;
  await expectWarning(await visit(`http://${LISTED}/`), LISTED);
  expect(network.at(LISTED).length).toBe(reached);
}

async function popupSays(key: `problem.${SyncProblem["code"]}` | "list.state.expired") {
  const popup = await world().firefox.openExtensionPage("popup.html");
  await press(popup, say("popup.listButton"));
  await until(`the words of ${key}`, async () => {
    const { text = "" } = (await shown(popup)) ?? {};
    return text.includes(say(key)) || null;
  });
  await popup.close();
}
