import type { Policy } from "../policy/policy.ts";
import {
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  type SettingName,
  type Settings,
  type SomeSettings,
} from "./settings.ts";

export interface SettingsInForce {
  settings: Settings;
  /** What only the agency may change. */
  locked: readonly SettingName[];
  /** Name of the agency that manages this browser, if it gives one. */
  agency: string | null;
  /** Its telephone number for questions, if it gives one. */
  agencyPhone: string | null;
}

/**
 * What holds of what a person chose and his agency set: the agency's value is the default, and the only one where it
 * is locked.
 */
export function settingsInForce(
  own: SomeSettings,
  policy: Pick<Policy, "settings" | "locked" | "agencyName" | "agencyPhone">,
): SettingsInForce {
  return {
    settings: {
      ...DEFAULT_SETTINGS,
      ...given(policy.settings),
      ...given(own, policy.locked),
    },
    locked: policy.locked,
    agency: policy.agencyName ?? null,
    agencyPhone: policy.agencyPhone ?? null,
  };
}

/** The settings that say something and are not among the locked. */
export function given(some: SomeSettings, locked: readonly SettingName[] = []): Partial<Settings> {
  const names = SETTING_NAMES.filter((name) => some[name] !== undefined && !locked.includes(name));
  return Object.fromEntries(names.map((name) => [name, some[name]]));
}
