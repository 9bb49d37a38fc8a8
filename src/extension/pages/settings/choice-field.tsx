import type { SettingName } from "../../../core/settings/settings.ts";
import type { SettingsInForce } from "../../../core/settings/settings-in-force.ts";
import { Choice } from "../../../ui/choice.tsx";
import { Field } from "../../../ui/field.tsx";
import { useLockText } from "./setting-group.tsx";

/** One of many, or none: a list that opens. */
export function ChoiceField<Value extends string>({
  label,
  note,
  none,
  name,
  inForce,
  options,
  chosen,
  choose,
}: {
  label: string;
  note?: string;
  /** What the empty choice is called. */
  none: string;
  name: SettingName;
  inForce: SettingsInForce;
  options: readonly { value: Value; label: string }[];
  chosen: Value | null;
  choose(value: Value | null): void;
}) {
  const lock = useLockText(name, inForce);
  return (
    <Field
      label={label}
      {...(note === undefined ? {} : { note })}
      {...(lock === null ? {} : { hint: lock })}
    >
      {(control) => (
        <Choice
          control={control}
          none={none}
          options={options}
          chosen={chosen}
          choose={choose}
          disabled={lock !== null}
        />
      )}
    </Field>
  );
}
