import type { SettingName } from "../../../core/settings/settings.ts";
import type { SettingsInForce } from "../../../core/settings/settings-in-force.ts";
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
        <select
          {...control}
          class="input"
          disabled={lock !== null}
          value={chosen ?? ""}
          onChange={({ currentTarget: { value } }) =>
            choose(options.find((option) => option.value === value)?.value ?? null)
          }
        >
          <option value="">{none}</option>
          {options.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
