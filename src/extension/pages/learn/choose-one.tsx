import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { useLearnText } from "./use-learn-text.ts";

/**
 * One question with one right answer; after it the explanation. The same button leads to the answer and on from it, so
 * that Enter is enough.
 *
 * @param order in which the choices stand: indices of `choices`
 */
export function ChooseOne({
  question,
  choices,
  order,
  answer,
  children,
  answered,
  next,
}: {
  question: ComponentChildren;
  choices: readonly ComponentChildren[];
  order: readonly number[];
  answer: number;
  /** The explanation. */
  children: ComponentChildren;
  answered(right: boolean): void;
  next(): void;
}) {
  const l = useLearnText();
  const name = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const [checked, setChecked] = useState(false);
  const [missing, setMissing] = useState(false);
  const right = chosen === answer;

  const submit = (event: Event) => {
    event.preventDefault();
    if (checked) next();
    else if (chosen === null) setMissing(true);
    else {
      setMissing(false);
      setChecked(true);
      answered(right);
    }
  };

  return (
    <form class="stack" onSubmit={submit}>
      <fieldset class="question stack-tight">
        <legend class="question-text">{question}</legend>
        {order.map((index) => {
          const isAnswer = checked && index === answer;
          const isSlip = checked && !right && index === chosen;
          return (
            <label
              key={index}
              class={`choice${isAnswer ? " choice-right" : ""}${isSlip ? " choice-slip" : ""}`}
            >
              <input
                type="radio"
                name={name}
                checked={chosen === index}
                disabled={checked}
                onChange={() => setChosen(index)}
              />
              <span class="choice-text">{choices[index]}</span>
              {isAnswer && (
                <span class="choice-note">
                  <Mark state="verified" size={1.25} /> {l("choose.best")}
                </span>
              )}
              {isSlip && <span class="choice-note">{l("choose.yours")}</span>}
            </label>
          );
        })}
      </fieldset>
      <div role="status">
        {missing && <p class="field-problem">{l("choose.missing")}</p>}
        {checked && (
          <div class={`outcome ${right ? "outcome-right" : "outcome-other"}`}>
            <p class="notice-title">{l(right ? "choose.right" : "choose.other")}</p>
            {children}
          </div>
        )}
      </div>
      <p>
        <Button kind="primary" type="submit">
          {l(checked ? "choose.next" : "choose.check")}
        </Button>
      </p>
    </form>
  );
}
