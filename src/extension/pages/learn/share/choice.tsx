import { Choices } from "../../../../ui/choices.tsx";

/** A few things of which one is chosen, all in sight, under a name of their own. */
export function Choice<Value extends string>({
  legend,
  ...choices
}: { legend: string } & Parameters<typeof Choices<Value>>[0]) {
  return (
    <fieldset class="share-set">
      <legend class="field-label">{legend}</legend>
      <Choices {...choices} />
    </fieldset>
  );
}
