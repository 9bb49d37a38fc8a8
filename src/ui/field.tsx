import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** What a control inside a Field must carry. */
export interface ControlAttributes {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
}

/** Label, hint and problem around one control, tied together for screen readers. */
export function Field({
  label,
  note,
  hint,
  problem = null,
  children,
}: {
  label: string;
  /** A soft word after the label: "optional". */
  note?: string;
  hint?: string;
  problem?: string | null;
  children(control: ControlAttributes): ComponentChildren;
}) {
  const id = useId();
  const described = [
    hint === undefined ? "" : `${id}-hint`,
    problem === null ? "" : `${id}-problem`,
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
        {note !== undefined && <span class="field-optional"> ({note})</span>}
      </label>
      {children({
        id,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": problem !== null,
      })}
      {problem !== null && (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
