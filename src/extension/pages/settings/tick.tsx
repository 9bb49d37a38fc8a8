/** A box to tick, with its label. */
export function Tick({
  label,
  ticked,
  disabled = false,
  turn,
}: {
  label: string;
  ticked: boolean;
  disabled?: boolean;
  turn(on: boolean): void;
}) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={ticked}
        disabled={disabled}
        onChange={(event) => {
          const on = event.currentTarget.checked;
          // It shows what holds, also where that can't be stored.
          event.currentTarget.checked = ticked;
          turn(on);
        }}
      />
      {label}
    </label>
  );
}
