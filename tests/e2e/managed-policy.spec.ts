import { expect, test } from "@playwright/test";
import { page } from "./harness/replies.ts";
import { say } from "./harness/say.ts";
import { expectHeading, expectWarning, protectedWorld } from "./harness/world.ts";

const LISTED = "vietcombank-otp.example";
const ALLOWED = "can-cho-cong-viec.example";
const DENIED = "co-quan-cam.example";
const BET = "ca-cuoc.example";
const ORDINARY = "bao-hom-nay.example";

/** Chromium looks at its policies in its own time. */
const LOOKS = { timeout: 45_000 };

const world = protectedWorld(
  { hosts: [LISTED, ALLOWED], gambling: [BET] },
  { managed: { deny: [DENIED], allow: [ALLOWED], overrideMinutes: 3 } },
);

test.beforeAll(async () => {
  const { network } = world();
  for (const host of [LISTED, ALLOWED, DENIED, `sub.${DENIED}`, BET, ORDINARY]) {
    network.serve(host, () => page(`Trang ${host}`));
  }
  // A browser that is started for the first time reads its policy a few seconds later.
  await comes(DENIED, "blocked");
});

test("what the agency denies is blocked with its sub-domains, before any request, with no way on", async () => {
  const { network, visit } = world();
  for (const host of [DENIED, `sub.${DENIED}`]) {
    const tab = await visit(`http://${host}/`);
    await expectWarning(tab, host);
    await expect(tab.getByText(say("warning.goOn"))).toHaveCount(0);
    expect(network.at(host)).toEqual([]);
  }
  await expectHeading(await visit(`http://${ORDINARY}/`), `Trang ${ORDINARY}`);
});

test("what the agency denies stays blocked when the worker was killed before the navigation", async () => {
  const { chromium, network, openTab, visit } = world();
  const tab = await openTab();
  await chromium.killWorker();
  await expectWarning(await visit(`http://${DENIED}/`, tab), DENIED);
  expect(network.at(DENIED)).toEqual([]);
});

test("what the agency allows opens though it is listed, and the rest of the list holds", async () => {
  const { visit } = world();
  await expectHeading(await visit(`http://${ALLOWED}/`), `Trang ${ALLOWED}`);
  await expectWarning(await visit(`http://${LISTED}/`), LISTED);
});

test("going on lasts as long as the agency says", async () => {
  const { chromium, visit } = world();
  const tab = await visit(`http://${LISTED}/`);
  const start = Date.now();
  await tab.getByRole("button", { name: say("warning.goOn") }).click();
  await tab.getByRole("button", { name: say("override.go"), exact: true }).click();
  await expectHeading(tab, `Trang ${LISTED}`);
  const [live] = await chromium.ask({ type: "overrides" });
  expect(live?.until).toBeGreaterThan(start + 2 * 60_000);
  expect(live?.until).toBeLessThan(Date.now() + 3 * 60_000 + 1);
  await chromium.ask({ type: "revoke-override", entry: LISTED });
});

test("gambling sites open until the agency turns that category on, and again when it turns it off", async () => {
  const { manage, network, visit } = world();
  await expectHeading(await visit(`http://${BET}/`), `Trang ${BET}`);

  manage({ categories: ["gambling"] });
  await comes(BET, "blocked");
  const reached = network.at(BET).length;
  await expectWarning(await visit(`http://${BET}/`), BET);
  expect(network.at(BET).length).toBe(reached);
  await expectWarning(await visit(`http://${LISTED}/`), LISTED);

  manage({});
  await comes(BET, "open");
  await expectHeading(await visit(`http://${BET}/`), `Trang ${BET}`);
});

test("where the agency forbids it, nobody can go on to a blocked site", async () => {
  const { chromium, manage, network, visit } = world();
  manage({ overrideAllowed: false });
  await expect
    .poll(async () => (await chromium.ask({ type: "state" })).override.allowed, LOOKS)
    .toBe(false);
  const reached = network.at(LISTED).length;
  const tab = await visit(`http://${LISTED}/`);
  await expectWarning(tab, LISTED);
  await expect(tab.getByText(say("warning.goOn"))).toHaveCount(0);
  const answer = await tab.evaluate(
    (url) =>
      (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(m: object): Promise<unknown> } };
        }
      ).chrome.runtime.sendMessage({ type: "override", url }),
    `http://${LISTED}/`,
  );
  expect(answer).toEqual({ ok: false, problem: "locked" });
  await expectWarning(await visit(`http://${LISTED}/`, tab), LISTED);
  expect(network.at(LISTED).length).toBe(reached);
});

test("a policy that is wrong changes nothing, and the popup says so", async () => {
  const { chromium, manage, openTab, visit } = world();
  manage({ deny: [DENIED] });
  await comes(DENIED, "blocked");
  manage({ deny: [ORDINARY, "mot-trang.example/va-duong-dan"], overrideMinutes: 3 });
  await expect
    .poll(async () => (await chromium.ask({ type: "state" })).policyProblems, LOOKS)
    .not.toEqual([]);
  await expectWarning(await visit(`http://${DENIED}/`), DENIED);
  await expectHeading(await visit(`http://${ORDINARY}/`), `Trang ${ORDINARY}`);
  const popup = await openTab();
  await popup.goto(chromium.extensionUrl("popup.html"));
  await popup.getByRole("button", { name: say("popup.listButton") }).click();
  await expect(popup.getByText(say("problem.policy"))).toBeVisible();
});

test("started again offline, the browser holds to the agency's policy", async () => {
  const { manage, network, restart, visit } = world();
  manage({ deny: [DENIED], allow: [ALLOWED] });
  await comes(ALLOWED, "open");
  await network.disconnect();
  try {
    await restart();
    await expectWarning(await visit(`http://${DENIED}/`), DENIED);
    await expectWarning(await visit(`http://${LISTED}/`), LISTED);
  } finally {
    await network.reconnect();
  }
  await expectHeading(await visit(`http://${ALLOWED}/`), `Trang ${ALLOWED}`);
});

/** From the moment on that this holds, a visit to the host ends so. */
async function comes(host: string, how: "blocked" | "open"): Promise<void> {
  const { chromium } = world();
  await expect
    .poll(async () => {
      const answer = await chromium.ask({ type: "verdict", url: `http://${host}/` });
      const { list } = await chromium.ask({ type: "state" });
      if (!answer.ok || !list.enforced || list.updating) return "not yet";
      return answer.verdict.level === "block" ? "blocked" : "open";
    }, LOOKS)
    .toBe(how);
}
