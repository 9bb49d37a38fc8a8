import { useLayoutEffect, useRef } from "preact/hooks";
import { publisherIn, type Source } from "../../../../core/awareness/source.ts";
import { useText } from "../../../../ui/text-context.ts";
import { dayText } from "../../../../ui/time-text.ts";
import { useToldText } from "../../../../ui/told-text.ts";
import type { ToldAlert } from "../../../messages.ts";
import { FormLinks } from "./form-links.tsx";
import { NewMark } from "./new-mark.tsx";

/**
 * One alert: closed its title, opened what to do, where it comes from, and the way to its form of scam.
 *
 * @param opened true for the one that the person came for: it is open and has the focus
 */
export function AlertEntry({
  alert: { item, todo },
  mark,
  sources,
  opened,
}: {
  alert: ToldAlert;
  /** Null for one in force that was seen before. */
  mark: "new" | "past" | null;
  sources: readonly Source[];
  opened: boolean;
}) {
  const t = useToldText();
  const page = useText();
  const { language } = t;
  const head = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (opened) head.current?.focus();
  }, [opened]);
  const named = sources.filter(({ id }) => item.sources.includes(id));
  return (
    <details class="card alert" open={opened}>
      <summary ref={head}>
        <span class="alert-head">
          {(mark !== null || item.severity === "urgent") && (
            <span class="row alert-marks">
              {item.severity === "urgent" && mark !== "past" && <NewMark kind="urgent" />}
              {mark !== null && <NewMark kind={mark} />}
            </span>
          )}
          <span class="alert-title">{item.title[language]}</span>
          <span class="small soft">
            {t("told.issued", {
              issuer: item.issuer[language],
              date: dayText(page, item.date),
            })}
          </span>
        </span>
      </summary>
      <div class="stack-tight alert-body">
        <p>{item.body[language]}</p>
        {todo.length > 0 && (
          <>
            <h2>{t("told.todo")}</h2>
            <ul>
              {todo.map((step) => (
                <li key={step.vi}>{step[language]}</li>
              ))}
            </ul>
          </>
        )}
        <FormLinks forms={item.forms} />
        {named.length > 0 && (
          <>
            <h2>{t("told.sources")}</h2>
            <ul class="plain-list small">
              {named.map((source) => (
                <li key={source.id}>
                  <SourceLine source={source} />
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="small soft">
          {t(mark === "past" ? "told.wasUntil" : "told.until", {
            date: dayText(page, item.validUntil),
          })}
        </p>
      </div>
    </details>
  );
}

function SourceLine({ source }: { source: Source }) {
  const { language } = useText();
  const { title, url, locator } = source;
  const words = `${publisherIn(language, source)}: ${title[language]}`;
  if (url === null) return <>{[words, locator].filter((part) => part !== "").join(" · ")}</>;
  return (
    <a class="link-line" href={url} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}
