import type { ControlAttributes } from "./field.tsx";

/** One of many, or none: a list that opens, inside a Field. */
export function Choice<Value extends string>({
  control,
  none,
  options,
  chosen,
  choose,
  disabled = false,
}: {
  control: ControlAttributes;
  /** What the empty choice is called. */
  none: string;
  options: readonly { value: Value; label: string }[];
  chosen: Value | null;
  choose(value: Value | null): void;
  disabled?: boolean;
}) {
  return (
    <select
      {...control}
      class="input"
      disabled={disabled}
      value={chosen ?? ""}
      onChange={({ currentTarget: { value } }) =>
        choose(options.find((option) => option.value === value)?.value ?? null)
      }
    >
      <option value="">{none}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
