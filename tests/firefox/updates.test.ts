import { afterEach, beforeAll, expect, test } from "vitest";
import { page } from "../e2e/harness/replies.ts";
import { FEED_HOST } from "../e2e/harness/run.ts";
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
/** Of a very short list the whole is smaller than a delta, and the publisher makes none. */
const MANY = Array.from({ length: 2000 }, (_, n) => `lap-day-${n.toString(36)}.example`);

const world = protectedFirefox({ hosts: [LISTED, ...MANY] });

beforeAll(() => {
  for (const host of [LISTED, LATER]) world().network.serve(host, () => page(`Trang ${host}`));
});

afterEach(() => {
  world().feed.behave();
});

test("a list that did not change costs one small request, which need not be answered again", async () => {
  const { feed, firefox, network } = world();
  feed.asked();
  await firefox.ask({ type: "update-now" });
  expect(feed.asked().filter((path) => !/\/\d+\.root\.json$/.test(path))).toEqual([
    "/metadata/timestamp.json",
  ]);
  const asked = network.at(FEED_HOST).findLast(({ path }) => path.endsWith("timestamp.json"));
  expect(asked?.headers["if-none-match"]).toMatch(/^"/);
});

test("a new entry arrives as a delta, stops the tab that is open on it, and blocks from then on", async () => {
  const { feed, network } = world();
  const tab = await world().visit(`http://${LATER}/mat-khau`);
  await expectHeading(tab, `Trang ${LATER}`);
  feed.asked();

  await world().update({ hosts: [LISTED, ...MANY, LATER] });

  await expectWarning(tab, LATER);
  const artifacts = feed.asked().filter((path) => path.startsWith("/targets/"));
  expect(artifacts).toHaveLength(1);
  expect(artifacts[0]).toContain("/deltas/");
  const reached = network.at(LATER).length;
  await expectWarning(await world().visit(`http://${LATER}/`), LATER);
  expect(network.at(LATER).length).toBe(reached);
});

test("an entry that was removed can be reached again", async () => {
  await world().update({ hosts: [LISTED, ...MANY] });
  await expectHeading(await world().visit(`http://${LATER}/`), `Trang ${LATER}`);
  await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
});

test("a forged feed changes nothing, and the popup says so in words", async () => {
  const { feed, firefox, publisher } = world();
  feed.show(await publisher.publish({ hosts: [LATER] }));
  feed.misbehave(async (request, honest) => {
    const reply = await honest();
    if (!request.path.endsWith("timestamp.json")) return reply;
    const text = new TextDecoder().decode(reply.body as Uint8Array);
    return { body: text.replace(/"sig": ?"[0-9a-f]+"/, `"sig":"${"ab".repeat(64)}"`) };
  });
  const { problem } = await firefox.ask({ type: "update-now" });
  expect(problem?.code).toBe("forged");
  await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
  await expectHeading(await world().visit(`http://${LATER}/`), `Trang ${LATER}`);
  const popup = await firefox.openExtensionPage("popup.html");
  await press(popup, say("popup.listButton"));
  await until(
    "the words",
    async () => (await shown(popup))?.text.includes(say("problem.forged")) || null,
  );
  await popup.close();
});

test("started again without a network, Firefox blocks what the last update brought", async () => {
  const { network } = world();
  await world().update({ hosts: [LISTED, LATER] });
  await network.disconnect();
  await world().restart();
  await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
  await expectWarning(await world().visit(`http://${LATER}/`), LATER);
  await network.reconnect();
});

test("started again, the very first request to a listed host is held", async () => {
  const { network } = world();
  const reached = network.at(LISTED).length;
  await world().restart();
  await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
  expect(network.at(LISTED).length).toBe(reached);
});
