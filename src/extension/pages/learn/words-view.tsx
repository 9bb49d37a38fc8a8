import type { ContentArtifact } from "../../../core/awareness/content-artifacts.ts";
import { SourceList } from "./source-list.tsx";
import { useLearnText } from "./use-learn-text.ts";

/** Words that people meet, in plain words, and rules that are easy to keep in mind. */
export function WordsView({ lessons }: { lessons: ContentArtifact<"tips"> }) {
  const l = useLearnText();
  const terms = [...lessons.glossary].sort((a, b) =>
    a.term[l.language].localeCompare(b.term[l.language], l.language),
  );
  return (
    <div class="stack reading">
      <h1 tabIndex={-1}>{l("words.title")}</h1>
      <dl class="terms">
        {terms.map(({ id, term, meaning }) => (
          <div key={id} class="term">
            <dt>{term[l.language]}</dt>
            <dd>{meaning[l.language]}</dd>
          </div>
        ))}
      </dl>
      <h2>{l("words.rules")}</h2>
      {lessons.rules.map(({ id, name, origin, points, sources, date }) => (
        <section key={id} class="card">
          <h3>{name[l.language]}</h3>
          <ul class="stack-tight">
            {points.map(({ head, explanation }) => (
              <li key={head.vi}>
                <strong>{head[l.language]}.</strong> {explanation[l.language]}
              </li>
            ))}
          </ul>
          <p class="small soft">{origin[l.language]}</p>
          <SourceList
            sources={lessons.sources.filter((source) => sources.includes(source.id))}
            date={date}
            heading="h4"
          />
        </section>
      ))}
    </div>
  );
}
