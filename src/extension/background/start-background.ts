import { languageOf } from "../../ui/language-of.ts";
import type { BuildConfig } from "../build-config.ts";
import type { Platform } from "../platform/platform.ts";
import { createFallbackGate } from "./fallback-gate.ts";
import { readPackagedFeed } from "./lists/packaged-feed.ts";
import { noted } from "./noted.ts";
import { orLate } from "./or-late.ts";
import { answerEvents } from "./start/answer-events.ts";
import { assembleParts } from "./start/assemble-parts.ts";
import { comeUp } from "./start/come-up.ts";
import { createInitiators, type Initiators } from "./tabs/navigation-initiators.ts";
import { createTabBadges } from "./tabs/tab-badges.ts";
import { warningAddress } from "./tabs/warning-address.ts";
import { placeOfAnnouncement } from "./told/announcements.ts";

/** Longest that a request waits for the background to answer, in milliseconds. */
export const ANSWER_LIMIT = 3000;

/**
 * Puts the background together and starts it. Listeners are registered before the first wait, so that what woke the
 * background reaches it; all that they need comes later.
 */
export function startBackground(platform: Platform, config: BuildConfig): void {
  const warning = warningAddress(platform.pack.url("/warning.html"));
  const initiators = createInitiators(platform.navigations, warning.page);
  const ready = start(platform, config, initiators);
  ready.catch((error: unknown) => console.error("Tỉnh Táo", error));

  platform.onMessage(async (message, sender) => (await ready).route(message, sender));
  platform.navigations.frames(warning.notice, async ({ tabId, url }) =>
    (await ready).noticeShown(tabId, url),
  );
  platform.alarms.onRing(async (name) => (await ready).ring(name));
  platform.managed.onChange(async () => (await ready).policyChanged());
  platform.onOnline(async () => (await ready).online());
  platform.notifications.onClick(async (id) => {
    const popup = platform.pack.url("/popup.html");
    await platform.tabs.openInFront(`${popup}#${placeOfAnnouncement(id)}`);
  });
  platform.menus.onChoose(async (choice) => (await ready).menuChosen(choice));
  platform.siteAccess.onChange(async () => (await ready).siteAccessChanged());
  const showFailing = (error: unknown) => {
    console.error("Tỉnh Táo", error);
    // What was chosen can't be read.
    createTabBadges(platform.badge, async () => languageOf(platform.languages()))
      .mark(null, "outdated")
      .catch((again: unknown) => console.error("Tỉnh Táo", again));
  };
  const { holdRequests, pause } = platform;
  if (holdRequests) {
    const fallbackGate = createFallbackGate({
      packaged: () => readPackagedFeed({ ...platform }),
      warning,
      failed: showFailing,
    });
    const started = pause(ANSWER_LIMIT);
    holdRequests(async (request) => {
      let failed = async (error: unknown) => showFailing(error);
      try {
        const { answerRequest, answerFailed } = await orLate(ready, started);
        failed = answerFailed;
        return await orLate(answerRequest(request), pause(ANSWER_LIMIT));
      } catch (error) {
        void noted(failed(error));
        return fallbackGate(request);
      }
    });
  }
  // Nothing to do on the event itself: a background that starts does all it has to. But without a listener an update or
  // a start of the browser would not start it.
  platform.onStart(() => undefined);
  if (config.welcome) platform.onFirstInstall(async () => (await ready).welcome());
}

async function start(platform: Platform, config: BuildConfig, initiators: Initiators) {
  const parts = await assembleParts(platform, config, initiators);
  await comeUp(parts, platform);
  return answerEvents(parts, platform);
}
