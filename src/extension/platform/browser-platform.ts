import { browser } from "wxt/browser";
import { browserAlarms } from "./alarms.ts";
import { appearanceBoard } from "./appearance.ts";
import { browserBadge } from "./badge.ts";
import { chromiumClearedScript } from "./cleared-script.ts";
import { closeStorageToContentScripts } from "./closed-storage.ts";
import { sha256 } from "./digest.ts";
import { browserFetcher } from "./feed-fetcher.ts";
import { browserFrames } from "./frames.ts";
import { browserGuards } from "./guards.ts";
import { gunzip } from "./gunzip.ts";
import { browserJudgePage } from "./judge-host.ts";
import { browserLanguageScript } from "./language-script.ts";
import { browserLanguages } from "./languages.ts";
import { chromiumLiftScript } from "./lift-script.ts";
import { browserManagedPolicy } from "./managed-policy.ts";
import { browserMenus } from "./menus.ts";
import { onMessage } from "./messages.ts";
import { browserNavigations } from "./navigation.ts";
import { browserNotifications } from "./notifications.ts";
import { ownPackage } from "./own-package.ts";
import type { Platform } from "./platform.ts";
import { reportPost } from "./report-post.ts";
import { holdRequests } from "./requests.ts";
import { chromiumRules } from "./rules.ts";
import { browserSessionMemory, deleteFormerDatabase } from "./session-memory.ts";
import { browserSiteAccess } from "./site-access.ts";
import { stayAwake } from "./stay-awake.ts";
import { browserTabs } from "./tabs.ts";

export function browserPlatform(kind: "chromium" | "firefox"): Platform {
  const chromium = kind === "chromium";
  const memory = browserSessionMemory();
  return {
    tabs: browserTabs(),
    siteAccess: browserSiteAccess(),
    memory,
    deleteFormerMemory: () => deleteFormerDatabase(memory),
    closeStorage: closeStorageToContentScripts,
    alarms: browserAlarms(),
    badge: browserBadge(),
    appearance: appearanceBoard(),
    notifications: browserNotifications(),
    menus: browserMenus(),
    languages: browserLanguages,
    pack: ownPackage(),
    managed: browserManagedPolicy(),
    fetcher: browserFetcher(),
    postReport: reportPost(),
    crypto: crypto.subtle,
    rules: chromium ? chromiumRules() : null,
    lift: chromium ? chromiumLiftScript() : null,
    clearedScript: chromium ? chromiumClearedScript() : null,
    languageScript: browserLanguageScript(),
    frames: browserFrames(),
    guards: browserGuards(),
    judgePage: browserJudgePage(kind),
    navigations: browserNavigations(kind),
    holdRequests: chromium ? null : holdRequests,
    onMessage,
    onStart(listener) {
      browser.runtime.onStartup.addListener(listener);
      browser.runtime.onInstalled.addListener(listener);
    },
    onFirstInstall(listener) {
      browser.runtime.onInstalled.addListener(({ reason }) => {
        if (reason === "install") listener();
      });
    },
    onOnline: (listener) => globalThis.addEventListener("online", listener),
    stayAwake,
    gunzip,
    sha256,
    now: () => Date.now(),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: () => Math.random(),
  };
}
