import { test } from "vitest";
import { say } from "../e2e/harness/say.ts";
import { testAlert } from "../e2e/harness/test-alert.ts";
import { until } from "../e2e/harness/until.ts";
import { press, protectedFirefox, shown } from "./harness/firefox-world.ts";

const world = protectedFirefox(
  { hosts: ["gia-mao.example"], alerts: [] },
  // Firefox asks nobody: the answer to an optional permission is yes.
  { prefs: { "extensions.webextOptionalPermissionPrompts": false } },
);

test("an urgent alert that the feed brings is told in the popup, and notified to who has asked for it", async () => {
  const { firefox, update } = world();
  const popup = await firefox.openExtensionPage("popup.html");
  await press(popup, say("popup.tab.alerts"));
  await until("the way to ask for notifications", async () =>
    (await shown(popup))?.text.includes(say("told.notify")),
  );
  const button = await popup.$(`button ::-p-text(${say("told.notify")})`);
  // A real click: only in answer to one may the browser be asked.
  await button?.click();
  await until("notifications are on", async () => {
    const { notifications } = await firefox.ask({ type: "awareness" });
    return notifications === "on" || null;
  });

  // Without a screen Firefox ends each at once, and says so.
  await firefox.inConsole(async (api) => {
    const ended: string[] = [];
    Object.assign(globalThis, { ended });
    api.notifications?.onClosed.addListener((id) => ended.push(id));
  }, null);
  const fire = testAlert("khan", { severity: "urgent" });
  await update({ hosts: ["gia-mao.example"], alerts: [fire] });
  await until("the notification", () =>
    firefox.inConsole(async (_, id) => {
      const { ended } = globalThis as { ended?: string[] };
      return ended?.includes(id) || null;
    }, "alert:alert-khan"),
  );
  const again = await firefox.openExtensionPage("popup.html");
  await until("the alert in the popup", async () =>
    (await shown(again))?.text.includes(`${say("told.urgentAlert")}: ${fire.title.vi}`),
  );
});
