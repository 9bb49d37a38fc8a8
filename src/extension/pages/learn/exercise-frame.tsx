import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import type { Answers } from "./use-answers.ts";
import { useLearnText } from "./use-learn-text.ts";

/**
 * What quiz and exercises share: the title, how far one is, and a way to begin anew. No points are counted.
 *
 * @param at place of the one that is shown, from 0; as many as `ids` when all are done
 */
export function ExerciseFrame({
  title,
  ids,
  at,
  answers,
  restart,
  children,
}: {
  title: string;
  ids: readonly string[];
  at: number;
  answers: Answers;
  restart(): void;
  children: ComponentChildren;
}) {
  const l = useLearnText();
  const done = ids.filter((id) => id in answers.given).length;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(at);
  useLayoutEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    heading.current?.focus();
  }, [at]);
  return (
    <div class="stack reading">
      <h1 tabIndex={-1}>{title}</h1>
      <div class="stack-tight">
        <h2 class="small soft" tabIndex={-1} ref={heading}>
          {at < ids.length
            ? l("exercise.at", { at: at + 1, total: ids.length })
            : l("exercise.allDone")}
        </h2>
        <progress class="exercise-progress" max={ids.length} value={done} aria-label={title} />
      </div>
      {children}
      {!answers.kept && <p class="aloud-problem">{l("exercise.notKept")}</p>}
      {done > 0 && (
        <div class="row exercise-foot">
          <p class="small soft">{l("exercise.done", { count: done, total: ids.length })}</p>
          <Button
            kind="quiet"
            onClick={() => {
              answers.forget(ids);
              restart();
            }}
          >
            {l("exercise.restart")}
          </Button>
        </div>
      )}
    </div>
  );
}
