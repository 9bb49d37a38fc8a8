import { expect, test } from "vitest";
import { TEST_HOST } from "../../src/extension/background/enforcement/rule-set.ts";
import { page } from "../e2e/harness/replies.ts";
import { until } from "../e2e/harness/until.ts";
import { expectHeading, protectedFirefox } from "./harness/firefox-world.ts";

const LISTED = "nhan-qua.example";

const world = protectedFirefox({ hosts: [LISTED] });

const reachedTestHost = () => world().network.received.filter(({ host }) => host === TEST_HOST);

test("the self-test opens the test address, and nothing leaves the browser", async () => {
  expect((await world().firefox.ask({ type: "self-test" })).code).toBe("TT-OOOOO");
  expect(reachedTestHost()).toEqual([]);
});

test("the state says that private windows are closed to it until the person opens them", async () => {
  expect((await world().firefox.ask({ type: "state" })).inPrivate).toBe(false);
});

test("without access to all sites nobody is told of protection", async () => {
  const { firefox, network, visit } = world();
  network.serve(LISTED, () => page("Bạn đã trúng thưởng"));
  await firefox.inConsole((api, origins) => api.permissions.remove({ origins }), ["<all_urls>"]);
  const tab = await visit(`http://${LISTED}/`);
  await expectHeading(tab, "Bạn đã trúng thưởng");
  const { list } = await firefox.ask({ type: "state" });
  expect(list).toMatchObject({ enforced: false, problem: { code: "site-access" } });
  expect((await firefox.ask({ type: "self-test" })).code).toBe("TT-OROOO");
  expect(reachedTestHost()).toEqual([]);
  await until("the badge", async () => {
    const badge = await firefox.inConsole(async (api, url) => {
      const id = (await api.tabs.query({})).find((one) => one.url === url)?.id;
      return api.action.getBadgeText({ tabId: id ?? 0 });
    }, `http://${LISTED}/`);
    return badge === "?" || null;
  });
});
