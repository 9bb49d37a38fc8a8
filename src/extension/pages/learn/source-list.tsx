import type { Source } from "../../../core/awareness/source.ts";
import { useText } from "../../../ui/text-context.ts";
import { dayText } from "../../../ui/time-text.ts";
import { useLearnText } from "./use-learn-text.ts";

/**
 * Where a lesson's facts come from.
 *
 * @param date ISO date of the newest fact
 */
export function SourceList({ sources, date }: { sources: readonly Source[]; date: string }) {
  const t = useText();
  const l = useLearnText();
  return (
    <section class="sources stack-tight small">
      <h2>{l("sources.title")}</h2>
      <p class="soft">{l("sources.date", { date: dayText(t, date) })}</p>
      <ul class="stack-tight">
        {sources.map(({ id, title, publisher, url, locator, date: day }) => (
          <li key={id}>
            {url === null ? (
              <cite>{title[l.language]}</cite>
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                {title[l.language]}
              </a>
            )}
            <span class="soft">
              {" "}
              {[publisher, url === null ? locator : "", day === null ? "" : dayOf(day)]
                .filter(Boolean)
                .join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

  /** "2025-08" and "2025" stand as people write them. */
  function dayOf(day: string): string {
    return day.length === 10 ? dayText(t, day) : day.split("-").reverse().join("/");
  }
}
