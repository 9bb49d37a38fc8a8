/** One of few: each a line that can be pressed. */
export function Choices<Value extends string>({
  name,
  options,
  chosen,
  choose,
}: {
  /** The same for all that belong together, and for no others on the page. */
  name: string;
  options: readonly { value: Value; label: string }[];
  chosen: Value;
  choose(value: Value): void;
}) {
  return (
    <div class="choices">
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
  );
}
