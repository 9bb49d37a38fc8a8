import { vi } from "vitest";
import type { SettingsNeeds } from "../../../../../src/extension/pages/settings/settings-needs.ts";
import { NOW } from "../fake-background.ts";

/** A browser around the settings page that lets everything happen. */
export function fakeSettingsNeeds(ask: SettingsNeeds["ask"]) {
  return {
    ask,
    now: () => NOW,
    requestSiteAccess: vi.fn(async () => true),
    mayNotify: vi.fn(async () => true),
    requestNotifications: vi.fn(async () => true),
    download: vi.fn(),
    packaged: vi.fn(async (path: string) => (path.endsWith(".json") ? "[]" : "text")),
  } satisfies SettingsNeeds;
}
