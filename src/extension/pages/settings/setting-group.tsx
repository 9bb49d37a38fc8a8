import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { SettingName } from "../../../core/settings/settings.ts";
import type { SettingsInForce } from "../../../core/settings/settings-in-force.ts";
import { useSettingsText } from "../use-settings-text.ts";

/** Several controls under one question; closed where the agency has locked the setting, which it then says. */
export function SettingGroup({
  title,
  hint,
  name,
  inForce,
  children,
}: {
  title: string;
  hint?: string;
  name: SettingName;
  inForce: SettingsInForce;
  children: ComponentChildren;
}) {
  const id = useId();
  const lock = useLockText(name, inForce);
  const told = [hint !== undefined && `${id}-hint`, lock !== null && `${id}-lock`].filter(Boolean);
  return (
    <fieldset
      class="setting"
      disabled={lock !== null}
      aria-describedby={told.length > 0 ? told.join(" ") : undefined}
    >
      <legend class="field-label">{title}</legend>
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {lock !== null && (
        <p class="setting-lock" id={`${id}-lock`}>
          {lock}
        </p>
      )}
      {children}
    </fieldset>
  );
}

/** Who has locked a setting, in words; null if it is open. */
export function useLockText(name: SettingName, { locked, agency }: SettingsInForce): string | null {
  const s = useSettingsText();
  if (!locked.includes(name)) return null;
  return agency === null ? s("settings.locked") : s("settings.lockedBy", { agency });
}
