import { expect, test } from "@playwright/test";
import { type Observed, serveObservingPage } from "../e2e/harness/observing-page.ts";
import { page } from "../e2e/harness/replies.ts";
import { expectWarning, protectedWorld } from "../e2e/harness/world.ts";

const SITE = "to-mo.example";
const LISTED = "da-liet-ke.example";
const LISTED_LATER = "moi-liet-ke.example";
const PATH = "trang-chung.example/view/qua-tang";
const TEST_HOST = "kiem-tra.tinhtao.example";
/** A host that no list names and that nobody can reach. */
const DEAD = "khong-ai-o-nha.example";

/** Some ways to ask report their policy: everything is allowed from the web, nothing from elsewhere. */
const WEB_ONLY = {
  "content-security-policy": "default-src 'unsafe-inline' blob: data: http: https: ws: wss:",
};
const ISOLATED = {
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
};

const world = protectedWorld({ hosts: [LISTED], paths: [PATH] });

test.beforeAll(() => {
  const { network } = world();
  for (const host of [DEAD, TEST_HOST, LISTED, LISTED_LATER, "trang-chung.example"]) {
    network.serve(host, () => "drop");
  }
});

async function observe(url: string, headers: Record<string, string> = {}): Promise<Observed> {
  const { network, visit } = world();
  serveObservingPage(network, SITE, headers);
  // Workers and isolation are for https alone, and what https pages ask for must be https as well.
  const tab = await visit(`${url.startsWith("http:") ? "http" : "https"}://${SITE}/`);
  const observed = await tab.evaluate(
    (asked) => (window as unknown as { observe(url: string): Promise<Observed> }).observe(asked),
    url,
  );
  await tab.close();
  return observed;
}

/**
 * Without the two differences that Chromium itself makes, which tell what is blocked but not by whom: a blocked image takes
 * no room, and an isolated page is told that a frame was refused, because a redirect carries no resource policy.
 */
function withoutKnownDifferences(observed: Observed): Observed {
  const sizeless = (seen: unknown) => ({ ...(seen as object), size: "" });
  const isRefusedFrame = ([type, body]: [string, Record<string, string>]) =>
    type === "coep" && body.type === "corp" && body.blockedURL === "ADDRESS";
  const all = observed.reports as [string, Record<string, string>][];
  const reports = all.filter((report) => !isRefusedFrame(report));
  const images = { img: sizeless(observed.img), "img cors": sizeless(observed["img cors"]) };
  return { ...observed, ...images, reports };
}

function expectNothingOfOurs(observed: Observed): void {
  const text = JSON.stringify(observed);
  expect(text).not.toContain("extension:");
  expect(text).not.toContain(world().chromium.extensionId);
  expect(text).not.toContain("warning");
}

for (const [what, headers] of [
  ["page", {}],
  ["https page", {}],
  ["https page with a content security policy", WEB_ONLY],
  ["https page that is isolated", ISOLATED],
] as const) {
  const scheme = what.startsWith("https") ? "https" : "http";
  test(`${what}: the test host is as any dead host`, async () => {
    const [ofDead, ofTestHost] = await Promise.all([
      observe(`${scheme}://${DEAD}/`, headers),
      observe(`${scheme}://${TEST_HOST}/`, headers),
    ]);
    expectNothingOfOurs(ofTestHost);
    expect(ofTestHost).toEqual(ofDead);
  });

  test(`${what}: listed hosts and paths fail as dead ones do`, async () => {
    const urls = [`${LISTED}/`, `www.${LISTED}:8080/a?b`, PATH].map(
      (rest) => `${scheme}://${rest}`,
    );
    const [ofDead, ...listed] = await Promise.all(
      [`${scheme}://${DEAD}/`, ...urls].map((url) => observe(url, headers)),
    );
    if (ofDead === undefined) throw new Error("nothing was observed");
    for (const [i, ofListed] of listed.entries()) {
      expectNothingOfOurs(ofListed);
      expect(withoutKnownDifferences(ofListed), urls[i]).toEqual(withoutKnownDifferences(ofDead));
    }
  });
}

test("a port that browsers never connect to tells nobody what is listed", async () => {
  const ofListed = await observe(`http://${LISTED}:1/`);
  expectNothingOfOurs(ofListed);
  const ofDead = await observe(`http://${DEAD}:1/`);
  expect(withoutKnownDifferences(ofListed)).toEqual(withoutKnownDifferences(ofDead));
  expect(await observe(`http://${TEST_HOST}:1/`)).toEqual(ofDead);
});

test("what was listed a moment ago fails as dead hosts do", async () => {
  await world().update({ hosts: [LISTED, LISTED_LATER], paths: [PATH] });
  const ofListed = await observe(`http://${LISTED_LATER}/`);
  expectNothingOfOurs(ofListed);
  const ofDead = await observe(`http://${DEAD}/`);
  expect(withoutKnownDifferences(ofListed)).toEqual(withoutKnownDifferences(ofDead));
});

test("who knows the hosts by which the background probes its rules learns nothing from them", async () => {
  const { chromium } = world();
  const [console] = chromium.context.pages();
  const named = (await console?.evaluate(`(async () => {
    const { declarativeNetRequest: rules } = chrome;
    const all = [...await rules.getDynamicRules(), ...await rules.getSessionRules()];
    return all.flatMap(({ condition }) => condition.requestDomains ?? []).filter((host) => host.endsWith(".tinhtao.localhost"));
  })()`)) as string[];
  const hosts = [...new Set(named)];
  expect(hosts.map((host) => host.split(".")[1]).sort()).toEqual(["base", "drift", "policy"]);
  const other = `${"0".repeat(32)}.base.tinhtao.localhost`;
  const [ofOther, ...probes] = await Promise.all(
    [other, ...hosts].map((host) => observe(`http://${host}:1/`)),
  );
  for (const [i, ofProbe] of probes.entries()) {
    expectNothingOfOurs(ofProbe);
    expect(ofProbe, hosts[i]).toEqual(ofOther);
  }
  // The background itself still gets its answer.
  expect((await chromium.ask({ type: "state" })).list.enforced).toBe(true);
});

test("who guesses the warning page's address finds what is at the address of no extension", async () => {
  const guessed = await observe(world().chromium.extensionUrl("warning.html"));
  expect(guessed).toEqual(
    await observe(`chrome-extension://${"abcdefghijklmnop".repeat(2)}/warning.html`),
  );
});

test("who opens a listed host in a window of its own reads neither address nor content there", async () => {
  const { network, visit, chromium } = world();
  network.serve(SITE, () => page("Tò mò", `<button>Mở</button>`));
  const tab = await visit(`http://${SITE}/`);
  await tab.evaluate((url) => {
    const state = window as unknown as { opened: Window | null };
    document.querySelector("button")?.addEventListener("click", () => {
      state.opened = window.open(url);
    });
  }, `http://${LISTED}/`);
  const [opened] = await Promise.all([chromium.context.waitForEvent("page"), tab.click("button")]);
  await expectWarning(opened, LISTED);
  const seen = await tab.evaluate(() => {
    const { opened: other } = window as unknown as { opened: Window };
    const read = (what: () => unknown) => {
      try {
        return String(what());
      } catch (error) {
        return String(error);
      }
    };
    return [
      read(() => other.location.href),
      read(() => other.origin),
      read(() => other.document),
      read(() => other.name),
      read(() => other.length),
    ];
  });
  expect(seen.join(" ")).not.toContain("extension:");
  expect(seen.join(" ")).not.toContain(chromium.extensionId);
  expect(seen.slice(0, 4).every((one) => one.includes("SecurityError"))).toBe(true);
});
