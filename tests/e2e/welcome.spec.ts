import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { type Chromium, launchChromium } from "./harness/chromium.ts";
import { serveFeed } from "./harness/feed.ts";
import { feedPublisher } from "./harness/feed-publisher.ts";
import { type Network, openNetwork } from "./harness/network.ts";
import { requestsRecord, runFolder } from "./harness/run.ts";
import { say } from "./harness/say.ts";
import { tabTo } from "./harness/tab-to.ts";

let network: Network;
let extension: string;
let chromium: Chromium;

test.beforeAll(async () => {
  network = await openNetwork(requestsRecord());
  const published = runFolder("worlds", "welcome");
  mkdirSync(published, { recursive: true });
  serveFeed(network, await feedPublisher(published).publish({ hosts: ["gia-mao.example"] }));
  const folder = runFolder("with-welcome");
  const script = join(import.meta.dirname, "../../scripts/demo/build-into.ts");
  await promisify(execFile)("node", [script, folder], {
    env: { ...process.env, TINHTAO_WELCOME: "" },
  });
  extension = join(folder, "chrome-mv3");
  chromium = await launchChromium(network, { extension });
});

test.afterAll(async () => {
  await chromium?.close();
  await network?.close();
});

const welcomes = () =>
  chromium.context.pages().filter((tab) => tab.url().endsWith("/welcome.html"));

test("the page of welcome opens once, says what the extension does, and asks for nothing", async () => {
  await expect.poll(() => welcomes().length).toBe(1);
  const [welcome] = welcomes();
  if (!welcome) throw new Error("it is gone again");
  await expect(welcome.getByRole("heading", { level: 1 })).toHaveText(say("welcome.title"));
  await expect(welcome.getByText(say("welcome.privacy"))).toBeVisible();

  await tabTo(welcome, welcome.getByLabel(say("welcome.large")));
  await welcome.keyboard.press("Space");
  await expect(welcome.locator("html")).toHaveAttribute("data-text-size", "large");
  await tabTo(welcome, welcome.getByLabel(say("settings.audience")));
  await welcome.keyboard.type("Người cao");
  await tabTo(welcome, welcome.getByLabel(say("settings.province")));
  await welcome.keyboard.type("Gia Lai");
  await expect
    .poll(async () => (await chromium.ask({ type: "settings" })).settings)
    .toMatchObject({ textSize: "large", audience: ["elderly"], province: "gia-lai" });

  await tabTo(welcome, welcome.getByRole("button", { name: say("selftest.button") }));
  await welcome.keyboard.press("Enter");
  await expect(welcome.getByText(say("selftest.code"))).toBeVisible();

  await tabTo(welcome, welcome.getByRole("button", { name: say("welcome.done") }));
  // It may be gone before the key is up again.
  await welcome.keyboard.press("Enter").catch(() => undefined);
  await expect.poll(() => welcomes().length).toBe(0);
});

test("it does not open when the browser starts again", async () => {
  const { profile } = chromium;
  await chromium.close();
  chromium = await launchChromium(network, { extension, profile });
  await chromium.ask({ type: "update-now" });
  await chromium.ask({ type: "self-test" });
  expect(welcomes()).toEqual([]);
});
