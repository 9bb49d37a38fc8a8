import { languageOf } from "../../ui/language-of.ts";
import type { BuildConfig } from "../build-config.ts";
import type { Platform } from "../platform/platform.ts";
import { placeOfAnnouncement } from "./announcements.ts";
import { createFallbackGate } from "./fallback-gate.ts";
import { createInitiators, type Initiators } from "./navigation-initiators.ts";
import { readPackagedFeed } from "./packaged-feed.ts";
import { answerEvents } from "./start/answer-events.ts";
import { assembleParts } from "./start/assemble-parts.ts";
import { comeUp } from "./start/come-up.ts";
import { createTabBadges } from "./tab-badges.ts";
import { warningAddress } from "./warning-address.ts";

/**
 * Puts the background together and starts it. Listeners are registered before the first wait, so that what woke the
 * background reaches it; all that they need comes later.
 */
export function startBackground(platform: Platform, config: BuildConfig): void {
  const initiators = createInitiators(platform.navigations, platform.pack.url("/warning.html"));
  const ready = start(platform, config, initiators);
  ready.catch((error: unknown) => console.error("Tỉnh Táo", error));

  platform.onMessage(async (message, sender) => (await ready).route(message, sender));
  platform.alarms.onRing(async (name) => (await ready).ring(name));
  platform.managed.onChange(async () => (await ready).policyChanged());
  platform.onOnline(async () => (await ready).online());
  platform.notifications.onClick(async (id) => {
    const popup = platform.pack.url("/popup.html");
    await platform.tabs.openInFront(`${popup}#${placeOfAnnouncement(id)}`);
  });
  platform.menus.onChoose(async (choice) => (await ready).menuChosen(choice));
  platform.siteAccess.onChange(async () => (await ready).siteAccessChanged());
  const fallbackGate = createFallbackGate({
    packaged: () => readPackagedFeed({ ...platform }),
    warning: warningAddress(platform.pack.url("/warning.html")),
    failed(error) {
      console.error("Tỉnh Táo", error);
      // What was chosen can't be read.
      createTabBadges(platform.badge, async () => languageOf(platform.languages()))
        .mark(null, "outdated")
        .catch((again: unknown) => console.error("Tỉnh Táo", again));
    },
  });
  platform.holdRequests?.(async (request) => {
    try {
      return await (await ready).answerRequest(request);
    } catch (error) {
      console.error("Tỉnh Táo", error);
      return fallbackGate(request);
    }
  });
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
