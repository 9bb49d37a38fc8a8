import { expect, test } from "@playwright/test";
import type { Reply } from "../e2e/harness/network.ts";
import { page } from "../e2e/harness/replies.ts";
import { say } from "../e2e/harness/say.ts";
import { testAlert } from "../e2e/harness/test-alert.ts";
import { expectWarning, protectedWorld } from "../e2e/harness/world.ts";

// A mirror, or whoever stands before it, keeps browsers on an old list by never quite ending its answers.

const LISTED = "nhan-qua.example";
const LATER = "them-sau.example";

const world = protectedWorld({ hosts: [LISTED] });

test.beforeAll(() => {
  for (const host of [LISTED, LATER]) world().network.serve(host, () => page("Trúng thưởng"));
});
test.afterEach(() => world().feed.behave());

const WAYS: [what: string, path: RegExp][] = [
  ["the snapshot and what follows it", /\.(?:snapshot|targets)\.json$/],
  ["the list itself", /\/targets\/.*ttb/],
];
for (const [i, [what, path]] of WAYS.entries()) {
  test(`a feed that trickles ${what} is given up in minutes, told of, and asked anew`, async () => {
    test.setTimeout(240_000);
    const { chromium, feed, publisher, visit } = world();
    const hosts = [LISTED, `${i}.${LATER}`];
    feed.show(await publisher.publish({ hosts }));
    feed.misbehave(async (request, honest) => {
      const reply = await honest();
      return path.test(request.path) ? trickled(reply) : reply;
    });
    const updating = chromium.ask({ type: "update-now" });
    await expect.poll(async () => (await chromium.ask({ type: "state" })).list.updating).toBe(true);
    // Nothing that is in force waits for it.
    await expectWarning(await visit(`http://${LISTED}/`), LISTED);
    expect((await within(120_000, updating)).problem?.code).toBe("offline");
    await expectWarning(await visit(`http://${LISTED}/`), LISTED);
    feed.behave();
    await chromium.ringAlarms();
    await expect
      .poll(async () => (await chromium.ask({ type: "state" })).list.problem, { timeout: 60_000 })
      .toBeNull();
    world().network.serve(`${i}.${LATER}`, () => page("Trúng thưởng"));
    await expectWarning(await visit(`http://${i}.${LATER}/`), `${i}.${LATER}`);
  });
}

test("content that trickles keeps no list out of force", async () => {
  test.setTimeout(240_000);
  const { chromium, feed, publisher, visit } = world();
  const hosts = [LISTED, `tin.${LATER}`];
  world().network.serve(`tin.${LATER}`, () => page("Trúng thưởng"));
  feed.show(await publisher.publish({ hosts, alerts: [testAlert("cham")] }));
  feed.misbehave(async (request, honest) => {
    const reply = await honest();
    return /\/targets\/.*alerts/.test(request.path) ? trickled(reply) : reply;
  });
  const updating = chromium.ask({ type: "update-now" });
  await expect.poll(() => isListed(`tin.${LATER}`)).toBe(true);
  await expectWarning(await visit(`http://tin.${LATER}/`), `tin.${LATER}`);
  expect((await within(120_000, updating)).problem).toBeNull();
  feed.behave();
  await chromium.ask({ type: "update-now" });
  const popup = await visit(chromium.extensionUrl("popup.html"));
  await expect(popup.getByText(say("told.damaged"))).toHaveCount(0);
});

async function isListed(host: string): Promise<boolean> {
  const answer = await world().chromium.ask({ type: "verdict", url: `http://${host}/` });
  return answer.ok && answer.verdict.level === "block";
}

/** Fails where the work is not done in so many milliseconds. */
function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`not done in ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]);
}

/** The same, a byte every two seconds: never silent for long, and not whole for hours. */
function trickled(reply: Reply): Reply {
  const bytes = reply.body;
  if (!(bytes instanceof Uint8Array)) throw new Error("only whole files can be sent slowly");
  return {
    status: reply.status ?? 200,
    body: (async function* () {
      for (const byte of bytes) {
        yield Uint8Array.of(byte);
        await new Promise((next) => setTimeout(next, 2_000));
      }
    })(),
  };
}
