import { expect, type Page, test } from "@playwright/test";
import { achievedBy, eagerPage } from "../e2e/harness/eager-page.ts";
import { workerSite } from "../e2e/harness/leading-pages.ts";
import { page } from "../e2e/harness/replies.ts";
import { typeInto } from "../e2e/harness/type-into.ts";
import { until } from "../e2e/harness/until.ts";
import { expectWarning, protectedWorld } from "../e2e/harness/world.ts";

// Whoever takes over a page's process has all that a content script may do in it. He wants to read what the extension
// remembers of other sites, and to change what it decides by.

const WITNESS = "nhan-chung.example";
const TAKEN = "chiem-quyen.example";
const VISITED = "trang-khac.example";
const CACHED = "luu-san.example";
const secure = [VISITED, CACHED].map((host) => `http://${host}`).join();

const world = protectedWorld(
  { hosts: ["nhan-qua.example"] },
  { args: [`--unsafely-treat-insecure-origin-as-secure=${secure}`] },
);

const AREAS = ["local", "session", "managed", "sync"];

test.beforeAll(() => {
  const { network } = world();
  network.serve(WITNESS, () => ({ status: 204 }));
  network.serve(TAKEN, (request) =>
    page("Trang lạ", request.path === "/" ? '<iframe src="/khung"></iframe>' : ""),
  );
  for (const host of [VISITED, CACHED]) {
    network.serve(host, workerSite("http://x.example/", String(eagerPage(WITNESS).body)));
  }
});

for (const area of AREAS) {
  test(`a content script's rights do not reach storage.${area}, in pages or frames`, async () => {
    const tab = await world().visit(`http://${TAKEN}/`);
    await expectShut(tab, area);
  });
}

test("storage stays closed after the background was killed and after the browser was started again", async () => {
  await world().chromium.killWorker();
  for (const area of AREAS) await expectShut(await world().visit(`http://${TAKEN}/`), area);
  await world().restart();
  for (const area of AREAS) await expectShut(await world().visit(`http://${TAKEN}/`), area);
});

test("storage that an earlier version had opened is closed when the background starts", async () => {
  const { chromium } = world();
  const [console] = chromium.context.pages();
  await console?.evaluate(
    `Promise.all(["local", "session"].map((area) => chrome.storage[area].setAccessLevel({ accessLevel: "TRUSTED_AND_UNTRUSTED_CONTEXTS" })))`,
  );
  await chromium.killWorker();
  await chromium.ask({ type: "state" });
  const tab = await world().visit(`http://${TAKEN}/`);
  for (const area of ["local", "session"]) {
    await until(`storage.${area} is closed`, async () =>
      (await inContentScripts(tab, `chrome.storage.${area}.get()`)).every(isRefused),
    );
  }
});

test("a page's process learns of no host that other tabs have shown", async () => {
  const { visit } = world();
  const other = await underWorker(VISITED);
  await visit(`http://${VISITED}/cached`, other);
  await expect(other.getByRole("heading")).toBeVisible();
  const tab = await visit(`http://${TAKEN}/`);
  const all = `Promise.all(${JSON.stringify(AREAS)}.map((area) => chrome.storage[area].get().catch(() => null)))`;
  const read = await inContentScripts(tab, all);
  expect(read.length).toBeGreaterThan(0);
  for (const text of read) expect(text).not.toContain(VISITED);
});

test("a page's process cannot spare a listed page the background's verdict", async () => {
  const { chromium, network, update, visit } = world();
  const victim = await underWorker(CACHED);
  await visit(`http://${WITNESS}/`, victim);
  await update({ hosts: [CACHED] });
  const taken = await visit(`http://${TAKEN}/`);
  await inContentScripts(
    taken,
    `Promise.all(["local", "session"].map((area) => chrome.storage[area].set({ asked: ["${CACHED}"], cleared: ["${CACHED}"] })))`,
  );
  await chromium.sleepDeeply();
  const typing = typeInto(victim);
  await visit(`http://${CACHED}/cached`, victim);
  await expectWarning(victim, CACHED);
  await typing.stop();
  const achieved = achievedBy(CACHED, network, WITNESS);
  expect(achieved).not.toContain("readable");
  expect(achieved).not.toContain("typed");
});

async function expectShut(tab: Page, area: string): Promise<void> {
  for (const work of [
    `chrome.storage.${area}.get()`,
    `chrome.storage.${area}.set({ lang: "en" })`,
    `chrome.storage.${area}.setAccessLevel({ accessLevel: "TRUSTED_AND_UNTRUSTED_CONTEXTS" })`,
  ]) {
    const answers = await inContentScripts(tab, work);
    expect(answers.length, "worlds of content scripts").toBe(2);
    expect(
      answers.filter((answer) => !isRefused(answer)),
      work,
    ).toEqual([]);
  }
}

function isRefused(answer: string): boolean {
  return answer.startsWith("refused: ");
}

/** What an expression gives in the extension's world of a page and of each frame in it, as JSON. */
async function inContentScripts(tab: Page, work: string): Promise<string[]> {
  const session = await tab.context().newCDPSession(tab);
  const worlds: number[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => {
    const { type } = (context.auxData ?? {}) as { type?: string };
    if (type === "isolated" && context.origin.startsWith("chrome-extension:")) {
      worlds.push(context.id);
    }
  });
  await session.send("Runtime.enable");
  const answers: string[] = [];
  for (const contextId of worlds) {
    const { result } = await session.send("Runtime.evaluate", {
      contextId,
      awaitPromise: true,
      returnByValue: true,
      expression: `(async () => ${work})().then((value) => JSON.stringify(value) ?? "done", (error) => "refused: " + error.message)`,
    });
    answers.push(String(result.value));
  }
  await session.detach();
  return answers;
}

async function underWorker(host: string): Promise<Page> {
  const tab = await world().visit(`http://${host}/`);
  await expect(tab).toHaveTitle("sẵn sàng");
  return tab;
}
