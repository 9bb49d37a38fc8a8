import { expect, type Page, test } from "@playwright/test";
import { BAD_FEEDS } from "./harness/bad-feeds.ts";
import { page } from "./harness/replies.ts";
import { FEED_HOST } from "./harness/run.ts";
import { say } from "./harness/say.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

const LISTED = "da-liet-ke.example";
const LATER = "sap-liet-ke.example";
const PARENT = "cha.example";
const CHILD = `con.${PARENT}`;

const world = protectedWorld({ hosts: [LISTED] });

test.beforeAll(() => {
  for (const host of [LISTED, LATER, PARENT, CHILD, `khac.${PARENT}`, `chau.${CHILD}`]) {
    world().network.serve(host, () => page(`Trang ${host}`));
  }
});

test.afterEach(async () => {
  world().feed.behave();
});

test("a list that did not change costs one small request, which need not be answered again", async () => {
  const { feed, chromium, network } = world();
  feed.asked();
  await chromium.ask({ type: "update-now" });
  expect(feed.asked().filter((path) => !/\/\d+\.root\.json$/.test(path))).toEqual([
    "/metadata/timestamp.json",
  ]);
  const asked = network.at(FEED_HOST).findLast(({ path }) => path.endsWith("timestamp.json"));
  expect(asked?.headers["if-none-match"]).toMatch(/^"/);
});

test("a new entry arrives as a delta and blocks", async () => {
  const { feed } = world();
  // Of a very short list the whole is smaller than a delta, and the publisher makes none.
  const many = Array.from({ length: 2000 }, (_, n) => `lap-day-${n.toString(36)}.example`);
  await world().update({ hosts: [LISTED, ...many] });
  await expectOpen(await world().visit(`http://${LATER}/`), LATER);
  feed.asked();
  await world().update({ hosts: [LISTED, ...many, LATER] });
  const artifacts = feed.asked().filter((path) => path.startsWith("/targets/"));
  expect(artifacts).toHaveLength(1);
  expect(artifacts[0]).toContain("/deltas/");
  const reached = world().network.at(LATER).length;
  await expectWarning(await world().visit(`http://${LATER}/`), LATER);
  expect(world().network.at(LATER).length).toBe(reached);
});

test("a tab that is open on a host when it is listed goes to the warning page", async () => {
  const host = "dang-mo.example";
  world().network.serve(host, () => page(`Trang ${host}`));
  const tab = await world().visit(`http://${host}/mat-khau`);
  await expectOpen(tab, host);
  await world().update({ hosts: [LISTED, host] });
  await expectWarning(tab, host);
});

test("an entry that was removed can be reached again", async () => {
  const host = "bo-khoi-danh-sach.example";
  world().network.serve(host, () => page(`Trang ${host}`));
  await world().update({ hosts: [LISTED, host] });
  await expectWarning(await world().visit(`http://${host}/`), host);
  await world().update({ hosts: [LISTED] });
  await expectOpen(await world().visit(`http://${host}/`), host);
  await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
});

test("a path entry comes and goes with updates", async () => {
  const host = "nhieu-nguoi-viet.example";
  world().network.serve(host, () => page(`Trang ${host}`));
  await expectOpen(await world().visit(`http://${host}/xau`), host);
  await world().update({ hosts: [LISTED], paths: [`${host}/xau`] });
  await expectWarning(await world().visit(`http://${host}/xau`), host);
  await expectOpen(await world().visit(`http://${host}/tot`), host);
  await world().update({ hosts: [LISTED] });
  await expectOpen(await world().visit(`http://${host}/xau`), host);
});

test("when a parent is removed, its child that is still listed stays blocked", async () => {
  await world().update({ hosts: [LISTED, PARENT, CHILD] });
  await expectWarning(await world().visit(`http://khac.${PARENT}/`), `khac.${PARENT}`);
  await world().update({ hosts: [LISTED, CHILD] });
  await expectOpen(await world().visit(`http://${PARENT}/`), PARENT);
  await expectOpen(await world().visit(`http://khac.${PARENT}/`), `khac.${PARENT}`);
  await expectWarning(await world().visit(`http://${CHILD}/`), CHILD);
  await expectWarning(await world().visit(`http://chau.${CHILD}/`), `chau.${CHILD}`);
});

test("when a child is removed, it stays blocked while its parent is listed", async () => {
  await world().update({ hosts: [LISTED, PARENT, CHILD] });
  await world().update({ hosts: [LISTED, PARENT] });
  await expectWarning(await world().visit(`http://${CHILD}/`), CHILD);
  await expectWarning(await world().visit(`http://${PARENT}/`), PARENT);
  await world().update({ hosts: [LISTED] });
  await expectOpen(await world().visit(`http://${CHILD}/`), CHILD);
});

test("an entry that is removed and added again blocks", async () => {
  await world().update({ hosts: [LISTED, PARENT] });
  await world().update({ hosts: [LISTED] });
  await world().update({ hosts: [LISTED, PARENT] });
  await expectWarning(await world().visit(`http://${PARENT}/`), PARENT);
  await world().update({ hosts: [LISTED] });
});

test("started again without a network, the browser blocks what the last update brought", async () => {
  await world().update({ hosts: [LISTED, LATER], paths: ["ngoai-tuyen.example/xau"] });
  await world().network.disconnect();
  try {
    await world().restart();
    await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
    await expectWarning(await world().visit(`http://${LATER}/`), LATER);
    await expectWarning(
      await world().visit("http://ngoai-tuyen.example/xau"),
      "ngoai-tuyen.example",
    );
  } finally {
    await world().network.reconnect();
  }
});

test("started again, the browser does not block what the last update removed", async () => {
  await world().update({ hosts: [LISTED, LATER] });
  await world().update({ hosts: [LISTED] });
  await world().restart();
  await expectOpen(await world().visit(`http://${LATER}/`), LATER);
  await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
});

for (const { what, interfere, code } of BAD_FEEDS) {
  test(`a feed that is ${what} changes nothing, and the popup says so in words`, async () => {
    const { feed, chromium, publisher } = world();
    await world().update({ hosts: [LISTED] });
    const before = await chromium.ask({ type: "state" });
    feed.show(await publisher.publish({ hosts: [LISTED, LATER] }));
    feed.misbehave(interfere);

    const { problem } = await chromium.ask({ type: "update-now" });

    expect(code).toContain(problem?.code);
    await stillProtects();
    const after = await chromium.ask({ type: "state" });
    expect(after.list.version).toBe(before.list.version);
    expect(after.list.entries).toBe(before.list.entries);
    const popup = await openListState();
    await expect(popup.getByText(say(`problem.${problem?.code ?? "forged"}`))).toBeVisible();

    feed.behave();
    expect((await chromium.ask({ type: "update-now" })).problem).toBeNull();
    await expectWarning(await world().visit(`http://${LATER}/`), LATER);
  });
}

test("a server that never answers is given up, and protection goes on", async () => {
  const { feed, chromium } = world();
  feed.misbehave(() => "hang");
  const updating = chromium.ask({ type: "update-now" });
  await expect.poll(async () => (await chromium.ask({ type: "state" })).list.updating).toBe(true);
  await stillProtects();
  await world().network.disconnect();
  await world().network.reconnect();
  expect((await updating).problem?.code).toBe("offline");
  await stillProtects();
});

test("an older feed than the one at hand is refused", async () => {
  const { feed, chromium, publisher } = world();
  const old = await publisher.publish({ hosts: [LISTED] });
  await world().update({ hosts: [LISTED, LATER] });
  feed.show(old);
  const { problem } = await chromium.ask({ type: "update-now" });
  expect(problem?.code).toBe("rolled-back");
  await expectWarning(await world().visit(`http://${LATER}/`), LATER);
  const popup = await openListState();
  await expect(popup.getByText(say("problem.rolled-back"))).toBeVisible();
  feed.show(await publisher.publish({ hosts: [LISTED] }));
  expect((await chromium.ask({ type: "update-now" })).problem).toBeNull();
});

test("a feed that has expired is refused, and the last good list goes on", async () => {
  const { feed, chromium, publisher } = world();
  await world().update({ hosts: [LISTED] });
  feed.show(await publisher.publish({ hosts: [LISTED, LATER], daysAgo: 30 }));
  const { problem } = await chromium.ask({ type: "update-now" });
  expect(problem?.code).toBe("expired");
  await stillProtects();
  const popup = await openListState();
  await expect(popup.getByText(say("problem.expired"))).toBeVisible();
});

test("a list that expires in the browser says so and still blocks", async () => {
  const { chromium } = world();
  await world().update({ hosts: [LISTED] });
  await world().network.disconnect();
  try {
    await chromium.passTime(400 * 86_400_000);
    const tab = await world().visit(`http://${LISTED}/`);
    await expectWarning(tab, LISTED);
    await expect
      .poll(async () => (await chromium.ask({ type: "state" })).list.freshness)
      .toBe("expired");
    const popup = await openListState();
    await expect(popup.getByText(say("list.state.expired"))).toBeVisible();
  } finally {
    await world().network.reconnect();
    await chromium.killWorker();
  }
});

test("a full disk during an update leaves the old list in force and says so", async () => {
  const { chromium, feed, publisher } = world();
  await world().update({ hosts: [LISTED] });
  feed.show(await publisher.publish({ hosts: [LISTED, LATER, "them-nua.example"] }));
  await chromium.fillDisk(true);
  try {
    const { problem } = await chromium.ask({ type: "update-now" });
    expect(problem?.code).toBe("disk-full");
    await stillProtects();
    const popup = await openListState();
    await expect(popup.getByText(say("problem.disk-full"))).toBeVisible();
    await popup.close();
    await chromium.killWorker();
    await stillProtects();
  } finally {
    await chromium.killWorker();
  }
  expect((await chromium.ask({ type: "update-now" })).problem).toBeNull();
  await expectWarning(await world().visit(`http://${LATER}/`), LATER);
});

test("a worker that is killed in the middle of an update leaves the old list or the new one", async () => {
  const { chromium, feed, publisher } = world();
  for (const stop of [/timestamp\.json$/, /snapshot\.json$/, /targets\.json$/, /\/targets\//]) {
    await world().update({ hosts: [LISTED] });
    feed.show(await publisher.publish({ hosts: [LISTED, LATER] }));
    let reached: () => void = () => undefined;
    const atStop = new Promise<void>((done) => {
      reached = done;
    });
    feed.misbehave(async (request, honest) => {
      if (!stop.test(request.path)) return honest();
      reached();
      return "hang";
    });
    const update = chromium.ask({ type: "update-now" }).catch(() => null);
    await atStop;
    await chromium.killWorker();
    await stillProtects();
    feed.behave();
    await update;
    expect((await chromium.ask({ type: "update-now" })).problem).toBeNull();
    await expectWarning(await world().visit(`http://${LATER}/`), LATER);
  }
});

test("a worker that is killed while it puts a list into place has the old list or the new one, whole", async () => {
  const { chromium, feed, publisher } = world();
  const many = Array.from({ length: 20_000 }, (_, n) => `day-${(n * 7919).toString(36)}.example`);
  for (const pause of [0, 40, 80, 160, 320]) {
    await world().update({ hosts: [LISTED] });
    const old = (await chromium.ask({ type: "state" })).list;
    feed.show(await publisher.publish({ hosts: [LISTED, LATER, ...many] }));
    const fetched = new Promise<void>((done) => {
      feed.misbehave(async (request, honest) => {
        const reply = await honest();
        // All that the update needs is on its way: from now on it is a matter of disk and rules.
        if (request.path.startsWith("/targets/")) setTimeout(done, pause);
        return reply;
      });
    });
    const update = chromium.ask({ type: "update-now" }).catch(() => null);
    await fetched;
    await chromium.killWorker();
    feed.misbehave(() => "drop");
    await stillProtects();
    await update;
    const { list } = await chromium.ask({ type: "state" });
    const isNew = list.version !== old.version;
    expect(list.entries).toBe(isNew ? many.length + 2 : old.entries);
    await expect.poll(async () => (await chromium.ask({ type: "state" })).list.enforced).toBe(true);
    const later = await world().visit(`http://${LATER}/`);
    await (isNew ? expectWarning(later, LATER) : expectOpen(later, LATER));
    feed.behave();
    await world().update({ hosts: [LISTED, LATER] });
    await expectWarning(await world().visit(`http://${LATER}/`), LATER);
  }
});

test("two updates in a row, the second while the first still runs, end with the newest list", async () => {
  const newest = "moi-nhat.example";
  world().network.serve(newest, () => page(`Trang ${newest}`));
  const { chromium, feed, publisher } = world();
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
  const first = chromium.ask({ type: "update-now" });
  await atArtifact;
  feed.behave();
  feed.show(await publisher.publish({ hosts: [newest] }));
  const second = chromium.ask({ type: "update-now" });
  goOn();
  expect((await first).problem).toBeNull();
  expect((await second).problem).toBeNull();
  expect((await chromium.ask({ type: "update-now" })).problem).toBeNull();
  for (const when of ["now", "started again"]) {
    if (when === "started again") await world().restart();
    await expectWarning(await world().visit(`http://${newest}/`), newest);
    await expectOpen(await world().visit(`http://${LISTED}/`), LISTED);
    await expectOpen(await world().visit(`http://${LATER}/`), LATER);
  }
});

async function stillProtects(): Promise<void> {
  const reached = world().network.at(LISTED).length;
  const tab = await world().visit(`http://${LISTED}/`);
  await expectWarning(tab, LISTED);
  expect(world().network.at(LISTED).length).toBe(reached);
  await tab.close();
}

async function expectOpen(tab: Page, host: string): Promise<void> {
  await expectHeading(tab, `Trang ${host}`);
}

/** The popup, with the state of the list opened. */
async function openListState(): Promise<Page> {
  const popup = await world().openTab();
  await popup.goto(world().chromium.extensionUrl("popup.html"));
  await popup.getByRole("button", { name: say("popup.listButton") }).click();
  return popup;
}
