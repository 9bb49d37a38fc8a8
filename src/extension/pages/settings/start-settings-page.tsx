import { downloadText } from "../../platform/download-text.ts";
import { browserNotifications, requestNotifications } from "../../platform/notifications.ts";
import { ownPackage } from "../../platform/own-package.ts";
import { sendToBackground } from "../../platform/send-to-background.ts";
import { requestSiteAccess } from "../../platform/site-access.ts";
import { createAsk } from "../ask-background.ts";
import { showPage } from "../show-page.tsx";
import type { SettingsNeeds } from "./settings-needs.ts";
import { SettingsPage } from "./settings-page.tsx";

/** Wires the settings page to this browser and shows it. */
export function startSettingsPage(): void {
  const pack = ownPackage();
  const needs: SettingsNeeds = {
    ask: createAsk(sendToBackground),
    now: Date.now,
    requestSiteAccess,
    mayNotify: () => browserNotifications().granted(),
    requestNotifications,
    download: downloadText,
    packaged: async (path) => new TextDecoder().decode(await pack.read(path)),
  };
  void showPage(<SettingsPage needs={needs} />);
}
