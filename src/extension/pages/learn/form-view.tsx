import { useRef } from "preact/hooks";
import type { ContentArtifact } from "../../../core/awareness/content-artifacts.ts";
import { lateSteps } from "../../../core/awareness/late-steps.ts";
import type { Text } from "../../../core/awareness/text.ts";
import { Button, buttonClass } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import { dayText } from "../../../ui/time-text.ts";
import { FormExample } from "./form-example.tsx";
import { FormPicture } from "./form-picture.tsx";
import type { LearnNeeds } from "./learn-needs.ts";
import { lossOf } from "./losses.ts";
import { ReadAloud } from "./read-aloud.tsx";
import { routeHash } from "./route.ts";
import { SourceList } from "./source-list.tsx";
import { useLearnText } from "./use-learn-text.ts";

/** One form of scam, to be read in two minutes, heard or printed. What is read aloud carries `data-said`. */
export function FormView({
  id,
  lessons,
  contacts,
  needs,
}: {
  id: string;
  lessons: ContentArtifact<"tips">;
  /** null while unknown: what to do afterwards then waits. */
  contacts: ContentArtifact<"portals"> | null;
  needs: LearnNeeds;
}) {
  const l = useLearnText();
  const t = useText();
  const article = useRef<HTMLElement>(null);
  const at = lessons.forms.findIndex((form) => form.id === id);
  const form = lessons.forms[at];
  if (form === undefined) return <UnknownForm />;
  const say = (text: Text) => text[l.language];
  const statements = lessons.statements.filter(({ forms }) => forms.includes(id));
  const named = [form, ...statements].flatMap(({ sources }) => sources);
  const [before, after] = [lessons.forms[at - 1], lessons.forms[at + 1]];

  return (
    <>
      <article class="lesson" ref={article}>
        <header class="lesson-head">
          <FormPicture id={id} />
          <div class="stack-tight">
            <h1 tabIndex={-1} data-said>
              {say(form.name)}
            </h1>
            <p class="learn-lead" data-said>
              {say(form.line)}
            </p>
            {form.number !== null && (
              <p class="small soft">{l("lesson.number", { number: String(form.number) })}</p>
            )}
            {form.status === "partly" && <p class="small soft">{l("lesson.partly")}</p>}
          </div>
        </header>
        <div class="row lesson-ways">
          <ReadAloud of={article} speech={needs.speech} />
          <Button onClick={needs.print}>{l("lesson.print")}</Button>
          <a class={buttonClass("plain")} href={routeHash("quiz", id)}>
            {l("lesson.quiz")}
          </a>
          <a class={buttonClass("plain")} href={routeHash("share", id)}>
            {l("learn.nav.share")}
          </a>
        </div>
        <section class="stack-tight">
          <h2 data-said>{l("lesson.how")}</h2>
          <ol class="lesson-steps">
            {form.how.map((step) => (
              <li key={step.vi} data-said>
                {say(step)}
              </li>
            ))}
          </ol>
        </section>
        <section class="stack-tight">
          <h2 data-said>{l("lesson.signs")}</h2>
          <ul class="lesson-signs">
            {form.signs.map((sign) => (
              <li key={sign.vi} data-said>
                {say(sign)}
              </li>
            ))}
          </ul>
          <FormExample example={form.example} />
          {statements.map(({ id: key, body, text, date }) => (
            <p key={key} class="lesson-statement" data-said>
              {l("lesson.statement", { body: say(body), date: dayText(t, date), text: say(text) })}
            </p>
          ))}
        </section>
        <section class="stack-tight">
          <h2 data-said>{l("lesson.todo")}</h2>
          <ul class="lesson-todo">
            {form.todo.map((what) => (
              <li key={what.vi} data-said>
                {say(what)}
              </li>
            ))}
          </ul>
        </section>
        <section class="stack-tight lesson-late">
          <h2 data-said>{l("lesson.late")}</h2>
          <ol class="lesson-todo">
            {lateSteps(form, contacts?.firstAidActions ?? []).map(({ code, text }) => {
              const loss = lossOf(code);
              return (
                <li key={text.vi} data-said>
                  {loss !== null && (
                    <strong>{l("lesson.loss", { loss: l(`lost.${loss}`) })} </strong>
                  )}
                  {say(text)}
                </li>
              );
            })}
          </ol>
          <p class="screen-only">
            <a href={routeHash("help")}>{l("lesson.toHelp")}</a>
          </p>
        </section>
        <SourceList
          sources={lessons.sources.filter((source) => named.includes(source.id))}
          date={form.date}
        />
      </article>
      <nav class="lesson-neighbours" aria-label={l("lesson.neighbours")}>
        {before && (
          <a class={buttonClass("plain")} href={routeHash("form", before.id)} rel="prev">
            {l("lesson.before", { name: say(before.name) })}
          </a>
        )}
        {after && (
          <a class={buttonClass("plain")} href={routeHash("form", after.id)} rel="next">
            {l("lesson.after", { name: say(after.name) })}
          </a>
        )}
      </nav>
    </>
  );
}

function UnknownForm() {
  const l = useLearnText();
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{l("lesson.unknown")}</h1>
      <Notice tone="plain" title={l("lesson.unknownAdvice")}>
        <p>
          <a href={routeHash("forms")}>{l("learn.showAll")}</a>
        </p>
      </Notice>
    </div>
  );
}
