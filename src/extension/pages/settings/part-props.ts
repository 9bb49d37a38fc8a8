import type { SomeSettings } from "../../../core/settings/settings.ts";
import type { SettingsInForce } from "../../../core/settings/settings-in-force.ts";

/** What a part of the settings page is given. */
export interface PartProps {
  inForce: SettingsInForce;
  save(changes: SomeSettings): Promise<boolean>;
}
