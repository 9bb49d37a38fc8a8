import { beforeAll, expect, test } from "vitest";
import { type Observed, serveObservingPage } from "../e2e/harness/observing-page.ts";
import { page } from "../e2e/harness/replies.ts";
import {
  expectHeading,
  expectWarning,
  protectedFirefox,
} from "../firefox/harness/firefox-world.ts";

const SITE = "to-mo.example";
const LISTED = "da-liet-ke.example";
const PATH = "trang-chung.example/view/qua-tang";
const TEST_HOST = "kiem-tra.tinhtao.example";
/** A host that no list names and that nobody can reach. */
const DEAD = "khong-ai-o-nha.example";
const ANSWERING = "ai-cung-biet.example";

const WEB_ONLY = {
  "content-security-policy": "default-src 'unsafe-inline' blob: data: http: https: ws: wss:",
};

const world = protectedFirefox({ hosts: [LISTED], paths: [PATH] });

beforeAll(() => {
  const { network } = world();
  for (const host of [DEAD, TEST_HOST, LISTED, `www.${LISTED}`, "trang-chung.example"]) {
    network.serve(host, () => "drop");
  }
  network.serve(ANSWERING, () => page("Chào bạn"));
});

async function observe(url: string, headers: Record<string, string> = {}): Promise<Observed> {
  const { network, visit } = world();
  serveObservingPage(network, SITE, headers);
  const tab = await visit(`http://${SITE}/`);
  await expectHeading(tab, "Tò mò");
  const observed = await tab.evaluate(
    (asked) => (window as unknown as { observe(url: string): Promise<Observed> }).observe(asked),
    url,
  );
  await tab.close();
  return observed;
}

function expectNothingOfOurs(observed: Observed): void {
  const text = JSON.stringify(observed);
  expect(text).not.toContain("extension:");
  expect(text).not.toContain(new URL(world().firefox.extensionUrl("warning.html")).host);
  expect(text).not.toContain("warning");
}

test.each([
  ["page", {}],
  ["page with a content security policy", WEB_ONLY],
] as const)("to a %s, the test host is as any dead host", async (_, headers) => {
  const ofTestHost = await observe(`http://${TEST_HOST}/`, headers);
  expectNothingOfOurs(ofTestHost);
  expect(ofTestHost).toEqual(await observe(`http://${DEAD}/`, headers));
});

test.each([
  ["page", {}],
  ["page with a content security policy", WEB_ONLY],
] as const)(
  "to a %s, a listed address fails as a dead one does, and its frame is as one of an answering host",
  async (_, headers) => {
    const ofDead = await observe(`http://${DEAD}/`, headers);
    const { timing: _timing, ...ofAnswering } = await observe(`http://${ANSWERING}/`, headers);
    for (const url of [`http://${LISTED}/`, `http://${PATH}`]) {
      const { timing, ...observed } = await observe(url, headers);
      expectNothingOfOurs({ timing, ...observed });
      for (const [way, seen] of Object.entries(observed)) {
        const expected = way.startsWith("iframe") ? ofAnswering : ofDead;
        expect(seen, `${way} ${url}`).toEqual(expected[way]);
      }
    }
  },
);

test("the test host still shows the warning page in a tab", async () => {
  await expectWarning(await world().visit(`http://${TEST_HOST}/`), TEST_HOST);
  expect(
    world()
      .network.at(TEST_HOST)
      .filter(({ path }) => path !== "/"),
  ).toEqual([]);
});

test("who guesses the id of the extension in another browser finds nothing in this one", async () => {
  const guessed = await observe(
    "moz-extension://b915af93-0e75-404d-9027-07a6e11cca71/warning.html",
  );
  expect(guessed).toEqual(
    await observe("moz-extension://00000000-0000-4000-8000-000000000000/warning.html"),
  );
});
