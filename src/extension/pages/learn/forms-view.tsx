import { useMemo } from "preact/hooks";
import type { ContentArtifact } from "../../../core/awareness/content-artifacts.ts";
import { current } from "../../../core/awareness/due.ts";
import type { Form } from "../../../core/awareness/form.ts";
import { ANYBODY } from "../../../core/awareness/is-for.ts";
import type { Group } from "../../../core/awareness/rules.ts";
import { indexForms } from "../../../core/awareness/search-forms.ts";
import { termSought } from "../../../core/awareness/term-sought.ts";
import { Button, buttonClass } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { Choice } from "../../../ui/choice.tsx";
import { Field } from "../../../ui/field.tsx";
import type { LearnText } from "../../../ui/learn-text.ts";
import { FormPicture } from "./form-picture.tsx";
import type { Seeking } from "./learn-page.tsx";
import { routeHash } from "./route.ts";
import { useLearnText } from "./use-learn-text.ts";

/** All forms of scam as a grid of pictures, found by words or by reader. */
export function FormsView({
  lessons,
  now,
  seeking,
  seek,
}: {
  lessons: ContentArtifact<"tips">;
  /** Milliseconds since the epoch. */
  now: number;
  seeking: Seeking;
  seek(next: Seeking): void;
}) {
  const l = useLearnText();
  const search = useMemo(() => indexForms(lessons.forms), [lessons]);
  const found = useMemo(() => search(seeking.query), [search, seeking.query]);
  const term = useMemo(() => termSought(lessons.glossary, seeking.query), [lessons, seeking.query]);
  const group = lessons.groups.find(({ id }) => id === seeking.group) ?? null;
  const shown = group === null ? found : forGroup(found, group);

  return (
    <div class="stack learn-forms">
      <h1 tabIndex={-1}>{l("learn.title")}</h1>
      <p class="learn-lead">{l("learn.lead")}</p>
      <search class="learn-seek">
        <Field label={l("learn.search")} hint={l("learn.searchHint")}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="search"
              autoComplete="off"
              value={seeking.query}
              onInput={(event) => seek({ ...seeking, query: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={l("learn.group")}>
          {(control) => (
            <Choice
              control={control}
              none={l("learn.everybody")}
              options={lessons.groups.map(({ id, name }) => ({
                value: id,
                label: name[l.language],
              }))}
              chosen={seeking.group}
              choose={(group) => seek({ ...seeking, group })}
            />
          )}
        </Field>
      </search>
      {group === null && seeking.query === "" && <ThisMonth lessons={lessons} now={now} />}
      {group !== null && (
        <Card title={l("learn.groupTips", { group: group.name[l.language] })}>
          <ul class="stack-tight">
            {group.tips.map((tip) => (
              <li key={tip.vi}>{tip[l.language]}</li>
            ))}
          </ul>
        </Card>
      )}
      {term !== null && (
        <Card title={term.term[l.language]}>
          <p>{term.meaning[l.language]}</p>
        </Card>
      )}
      <p role="status" class="small soft">
        {foundText(l, shown.length, lessons.forms.length)}
      </p>
      {shown.length === 0 && (
        <div class="row">
          <Button onClick={() => seek({ query: "", group: null })}>{l("learn.showAll")}</Button>
          <a class={buttonClass("plain")} href="/check.html">
            {l("learn.check")}
          </a>
          <a class={buttonClass("plain")} href={routeHash("help")}>
            {l("learn.nav.help")}
          </a>
        </div>
      )}
      <ul class="form-grid">
        {shown.map(({ id, name, line }) => (
          <li key={id} class="form-card">
            <FormPicture id={id} />
            <h2 class="form-card-name">
              <a href={routeHash("form", id)}>{name[l.language]}</a>
            </h2>
            <p class="small soft">{line[l.language]}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function foundText(l: LearnText, count: number, total: number): string {
  if (count === 0) return l("learn.nothingFound");
  return count === total ? l("learn.all", { count }) : l("learn.found", { count, total });
}

/** What scammers make of this time of the year. */
function ThisMonth({ lessons, now }: { lessons: ContentArtifact<"tips">; now: number }) {
  const l = useLearnText();
  const { theme } = current({ now, profile: ANYBODY, content: { ...lessons, alerts: [] } });
  if (theme === null) return null;
  const { title, occasions, forms } = theme.item;
  return (
    <Card title={l("learn.month", { title: title[l.language] })}>
      <p class="small soft">{occasions[l.language]}</p>
      <p>{l("learn.monthForms")}</p>
      <ul class="learn-month">
        {lessons.forms
          .filter(({ id }) => forms.includes(id))
          .map(({ id, name }) => (
            <li key={id}>
              <a href={routeHash("form", id)}>{name[l.language]}</a>
            </li>
          ))}
      </ul>
    </Card>
  );
}

/** What aims at the group first; then what is for nobody in particular, and so for every group. */
function forGroup(forms: readonly Form[], group: Group): Form[] {
  const aims = ({ id, audience }: Form) => audience.includes(group.id) || group.forms.includes(id);
  return [
    ...forms.filter(aims),
    ...forms.filter((form) => form.audience.length === 0 && !aims(form)),
  ];
}
