/** A few things of which one is chosen, all in sight. */
export function Choice<Value extends string>({
  legend,
  name,
  options,
  chosen,
  choose,
}: {
  legend: string;
  name: string;
  options: readonly { value: Value; label: string }[];
  chosen: Value;
  choose(value: Value): void;
}) {
  return (
    <fieldset class="share-set">
      <legend class="field-label">{legend}</legend>
      <div class="row">
        {options.map(({ value, label }) => (
          <label key={value} class="tick">
            <input
              type="radio"
              name={name}
              checked={value === chosen}
              onChange={() => choose(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
