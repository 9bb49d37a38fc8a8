import { publisherIn, type Source } from "../../../core/awareness/source.ts";
import { useText } from "../../../ui/text-context.ts";
import { dayText, partialDayText } from "../../../ui/time-text.ts";
import { useLearnText } from "./use-learn-text.ts";

/**
 * Where a lesson's facts come from.
 *
 * @param date ISO date of the newest fact
 */
export function SourceList({
  sources,
  date,
  heading: Heading = "h2",
}: {
  sources: readonly Source[];
  date: string;
  heading?: "h2" | "h4";
}) {
  const t = useText();
  const l = useLearnText();
  return (
    <section class="sources stack-tight small">
      <Heading>{l("sources.title")}</Heading>
      <p class="soft">{l("sources.date", { date: dayText(t, date) })}</p>
      <ul class="stack-tight">
        {sources.map((source) => (
          <li key={source.id}>
            {source.url === null ? (
              <cite>{source.title[l.language]}</cite>
            ) : (
              <a href={source.url} target="_blank" rel="noreferrer">
                {source.title[l.language]}
              </a>
            )}
            <span class="soft">
              {" "}
              {[
                publisherIn(l.language, source),
                source.url === null ? source.locator : "",
                source.date === null ? "" : partialDayText(t, source.date),
              ]
                .filter(Boolean)
                .join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
