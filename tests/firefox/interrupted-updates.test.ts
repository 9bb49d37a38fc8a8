import { createHash } from "node:crypto";
import { afterEach, beforeAll, expect, test } from "vitest";
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
const LATEST = "moi-nhat.example";

/** Bytes, in units of 1,024, that all sites and extensions together may store: Firefox's own limit, else half the disk. */
const LIMIT = "dom.quotaManager.temporaryStorage.fixedLimit";
/** What is left of it in the test, same units. */
const ROOM = 200;
/** Far more than fits there, however it is packed. */
const TOO_MANY = Array.from(
  { length: 12_000 },
  (_, n) => `${createHash("sha256").update(`${n}`).digest("hex").slice(0, 50)}.example`,
);

const world = protectedFirefox({ hosts: [LISTED] });

beforeAll(() => {
  for (const host of [LISTED, LATER, LATEST]) {
    world().network.serve(host, () => page(`Trang ${host}`));
  }
});

afterEach(() => {
  world().feed.behave();
});

test("a full disk during an update leaves the old list in force and says so", async () => {
  const { feed, publisher } = world();
  await world().update({ hosts: [LISTED] });
  const used = await world().firefox.inConsole(
    async () => (await navigator.storage.estimate()).usage ?? 0,
    null,
  );
  const full = { prefs: { [LIMIT]: Math.ceil(used / 1024) + ROOM } };
  await world().restart(full);
  const before = await world().firefox.ask({ type: "state" });
  feed.show(await publisher.publish({ hosts: [LISTED, LATER, ...TOO_MANY] }));

  const { problem } = await world().firefox.ask({ type: "update-now" });

  expect(problem?.code).toBe("disk-full");
  await expectOldList();
  const after = await world().firefox.ask({ type: "state" });
  expect(after.list.version).toBe(before.list.version);
  expect(after.list.entries).toBe(before.list.entries);
  const popup = await world().firefox.openExtensionPage("popup.html");
  await press(popup, say("popup.listButton"));
  await until("the words", async () => {
    const { text = "" } = (await shown(popup)) ?? {};
    return text.includes(say("problem.disk-full")) || null;
  });
  await popup.close();

  // Still full at the next start: the old list goes on.
  await world().restart(full);
  await expectOldList();

  await world().restart();
  expect((await world().firefox.ask({ type: "update-now" })).problem).toBeNull();
  await expectWarning(await world().visit(`http://${LATER}/`), LATER);
});

test.each([/timestamp\.json$/, /snapshot\.json$/, /targets\.json$/, /\/targets\//])(
  "a browser that dies in the middle of an update (%s) has the old list, and takes the new one at its next start",
  async (stop) => {
    const { feed, publisher, firefox } = world();
    await world().update({ hosts: [LISTED] });
    feed.show(await publisher.publish({ hosts: [LISTED, LATER] }));
    const atStop = new Promise<void>((reached) => {
      feed.misbehave(async (request, honest) => {
        if (!stop.test(request.path)) return honest();
        reached();
        return "hang";
      });
    });
    firefox.ask({ type: "update-now" }).catch(() => null);
    await atStop;
    feed.misbehave(() => "drop");
    await world().crash();
    await expectOldList();
    feed.behave();
    await takesNew();
  },
);

test.each([0, 40, 80, 160])(
  "a browser that dies %i ms after all was fetched has the old list or the new one, whole",
  async (pause) => {
    const { feed, publisher, firefox } = world();
    await world().update({ hosts: [LISTED] });
    const old = (await firefox.ask({ type: "state" })).list;
    feed.show(await publisher.publish({ hosts: [LISTED, LATER, ...TOO_MANY] }));
    const fetched = new Promise<void>((done) => {
      feed.misbehave(async (request, honest) => {
        const reply = await honest();
        if (request.path.includes("/targets/")) setTimeout(done, pause);
        return reply;
      });
    });
    firefox.ask({ type: "update-now" }).catch(() => null);
    await fetched;
    feed.misbehave(() => "drop");
    await world().crash();
    const { list } = await world().firefox.ask({ type: "state" });
    const isNew = list.version !== old.version;
    expect(list.entries).toBe(isNew ? TOO_MANY.length + 2 : old.entries);
    await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
    const later = await world().visit(`http://${LATER}/`);
    if (isNew) await expectWarning(later, LATER);
    else await expectHeading(later, `Trang ${LATER}`);
    feed.behave();
    await takesNew();
  },
);

test("two updates in a row, the second while the first still runs, end with the newest list", async () => {
  const { feed, firefox, publisher } = world();
  await world().update({ hosts: [LISTED] });
  feed.show(await publisher.publish({ hosts: [LISTED, LATER] }));
  let goOn: () => void = () => undefined;
  const atArtifact = new Promise<void>((reached) => {
    feed.misbehave(async (request, honest) => {
      if (request.path.startsWith("/targets/")) {
        reached();
        await new Promise<void>((release) => {
          goOn = release;
        });
      }
      return honest();
    });
  });
  const first = firefox.ask({ type: "update-now" });
  await atArtifact;
  feed.behave();
  feed.show(await publisher.publish({ hosts: [LATEST] }));
  const second = firefox.ask({ type: "update-now" });
  goOn();
  expect((await first).problem).toBeNull();
  expect((await second).problem).toBeNull();
  expect((await firefox.ask({ type: "update-now" })).problem).toBeNull();
  await expectNewest();
  await world().restart();
  await expectNewest();
});

async function expectOldList(): Promise<void> {
  const { network, visit } = world();
  const reached = network.at(LISTED).length;
  await expectWarning(await visit(`http://${LISTED}/`), LISTED);
  expect(network.at(LISTED).length).toBe(reached);
  await expectHeading(await visit(`http://${LATER}/`), `Trang ${LATER}`);
}

async function takesNew(): Promise<void> {
  // The browser asked by itself as it started, and may still be about to hear that nobody answers.
  await until("the new list is taken", async () => {
    const { problem } = await world().firefox.ask({ type: "update-now" });
    return problem === null || null;
  });
  await expectWarning(await world().visit(`http://${LATER}/`), LATER);
}

async function expectNewest(): Promise<void> {
  const { visit } = world();
  await expectWarning(await visit(`http://${LATEST}/`), LATEST);
  await expectHeading(await visit(`http://${LISTED}/`), `Trang ${LISTED}`);
  await expectHeading(await visit(`http://${LATER}/`), `Trang ${LATER}`);
}
