import { expect, test } from "vitest";
import { say } from "../e2e/harness/say.ts";
import { until } from "../e2e/harness/until.ts";
import { expectWarning, press, protectedFirefox, shown } from "./harness/firefox-world.ts";

const LISTED = "vietcombank-otp.example";

const world = protectedFirefox({ hosts: [{ host: LISTED, brand: "Vietcombank" }] });

test("what is set on the settings page holds at once, and after the browser was closed", async () => {
  const warning = await world().visit(`http://${LISTED}/`);
  await expectWarning(warning, LISTED);
  const settings = await world().firefox.openExtensionPage("settings.html");
  await until(
    "the settings are there",
    async () => (await shown(settings))?.text.includes(say("settings.province")) || null,
  );
  await settings.evaluate((large) => {
    const label = [...document.querySelectorAll("label")].find((one) => one.innerText === large);
    label?.querySelector("input")?.click();
  }, say("settings.textSize.large"));
  const size = () => warning.evaluate(() => document.documentElement.dataset.textSize ?? null);
  await until("the warning page has large letters", async () => (await size()) === "large" || null);
  await world().firefox.ask({
    type: "save-settings",
    changes: { language: "en", province: "gia-lai" },
  });

  await world().restart();
  const { settings: kept } = await world().firefox.ask({ type: "settings" });
  expect(kept).toMatchObject({ language: "en", textSize: "large", province: "gia-lai" });
  const again = await world().visit(`http://${LISTED}/`);
  await until("the warning page speaks English in large letters", () =>
    again.evaluate(() => {
      const { lang, dataset } = document.documentElement;
      return lang === "en" && dataset.textSize === "large" ? true : null;
    }),
  );
});

test("what was blocked is noted, and cleared", async () => {
  const { firefox } = world();
  await firefox.ask({ type: "save-settings", changes: { language: "vi" } });
  await firefox.ask({ type: "clear-history" });
  await expectWarning(await world().visit(`http://${LISTED}/`), LISTED);
  const settings = await firefox.openExtensionPage("settings.html");
  await until(
    "the visit is told",
    async () => (await shown(settings))?.text.includes(LISTED) || null,
  );
  await press(settings, say("settings.history.clear"));
  await press(settings, say("settings.history.doClear"));
  await until(
    "it is gone",
    async () => (await firefox.ask({ type: "history" })).blocked.length === 0 || null,
  );
});
