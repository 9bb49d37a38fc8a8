import { PROVINCES } from "../core/settings/province.ts";
import type { SettingName, Settings } from "../core/settings/settings.ts";
import type { SettingsText } from "./settings-text.ts";

/** What a setting is called. */
export function settingNameText(s: SettingsText, name: SettingName): string {
  if (name === "keepHistory") return s("settings.history.keep");
  return name === "cadence" ? s("settings.reminders") : s(`settings.${name}`);
}

/** What it is set to, in words. */
export function settingValueText(s: SettingsText, name: SettingName, settings: Settings): string {
  switch (name) {
    case "language":
      return s(`settings.language.${settings.language}`);
    case "textSize":
      return s(`settings.textSize.${settings.textSize}`);
    case "audience":
      return listed(
        s,
        settings.audience.map((id) => s(`settings.audience.${id}`)),
      );
    case "sector":
      return settings.sector === null
        ? s("settings.none")
        : s(`settings.sector.${settings.sector}`);
    case "province":
      return PROVINCES.find(({ id }) => id === settings.province)?.name ?? s("settings.none");
    case "cadence":
      return cadenceText(s, settings.cadence);
    case "notifications":
    case "keepHistory":
      return s(settings[name] ? "settings.yes" : "settings.no");
  }
}

function cadenceText(s: SettingsText, cadence: Settings["cadence"]): string {
  if (cadence.off) return s("settings.cadence.off");
  const { quietHours } = cadence;
  const parts = (["weekly", "monthly", "quarterly"] as const)
    .filter((rhythm) => cadence[rhythm])
    .map((rhythm) => s(`settings.cadence.${rhythm}`));
  if (quietHours === null) return listed(s, parts);
  return `${listed(s, parts)}; ${s("settings.quiet")}: ${s("settings.quiet.span", quietHours)}`;
}

function listed(s: SettingsText, parts: readonly string[]): string {
  return parts.length === 0 ? s("settings.none") : parts.join(", ");
}
