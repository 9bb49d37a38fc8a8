import type { ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { isSameAddress } from "../../../core/report/is-same-address.ts";
import type { Report } from "../../../core/report/report.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import { dayText } from "../../../ui/time-text.ts";
import type { QueuedReport } from "../../messages.ts";
import { failureText } from "../failure-text.ts";
import { pictureOf } from "../picture/picture-of.ts";
import type { KnownState } from "../use-state-of-background.ts";
import { AddressField } from "./address-field.tsx";
import { DetailFields } from "./detail-fields.tsx";
import { localDay } from "./local-day.ts";
import { type FieldProblems, recordOf } from "./record-of.ts";
import type { ReportNeeds } from "./report-needs.ts";
import { ReportWays } from "./report-ways.tsx";
import { ScreenshotField } from "./screenshot-field.tsx";
import { StoryField } from "./story-field.tsx";
import type { PictureToCover } from "./use-picture.ts";
import { useReportText } from "./use-report-text.ts";
import type { Written } from "./use-written.ts";

/** The first step: everything that a person may write, of which nothing but the page or a number is asked for. */
export function WritingStep({
  kind,
  written,
  picture,
  capture,
  needs,
  known: { state, failure },
  earlier,
  offersWays,
  focus,
  help,
  discard,
  preview,
  children,
}: {
  kind: Report["kind"];
  written: Written;
  picture: PictureToCover;
  /** Takes a picture of the page; null where it is not to be seen. */
  capture: (() => Promise<string | null>) | null;
  needs: ReportNeeds;
  known: KnownState;
  /** Reports that this browser wrote before. */
  earlier: readonly QueuedReport[];
  offersWays: boolean;
  /** Where the form begins, by what the person came from; it is looked at once. */
  focus: "title" | "picture" | null;
  /** Leads whoever has lost money back to the bank. */
  help(): void;
  discard?: (() => void) | undefined;
  preview(record: Report): void;
  children?: ComponentChildren;
}) {
  const t = useText();
  const r = useReportText();
  const { fields, way, change } = written;
  const [problems, setProblems] = useState<FieldProblems>({});
  const [begin] = useState(focus);
  const form = useRef<HTMLFormElement>(null);

  // The button that led here is gone; after a picture the form goes on at the picture.
  useLayoutEffect(() => {
    if (begin === null) return;
    form.current?.querySelector<HTMLElement>(begin === "picture" ? "h3" : "h2")?.focus();
  }, [begin]);
  // To the first thing that is wrong, also where it lies in the folded part.
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  const before = useMemo(
    () =>
      earlier.find(
        ({ report, status }) =>
          report.kind === kind &&
          report.url !== null &&
          isSameAddress(report.url, fields.url) &&
          status !== "refused",
      ),
    [earlier, kind, fields.url],
  );
  const given = (event: Event, data: DataTransfer | null) => {
    const file = kind === "scam" ? pictureOf(data) : null;
    if (file === null) return;
    event.preventDefault();
    void picture.take(file);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!state) return;
    const read = recordOf(
      fields,
      {
        ...written.ids(),
        kind,
        writtenAt: new Date(needs.now()).toISOString(),
        feedVersion: state.list.version,
        extensionVersion: state.extensionVersion,
      },
      localDay(needs.now()),
      t,
      r,
    );
    setProblems(read.ok ? {} : read.problems);
    if (!read.ok) return;
    void written.save();
    preview(read.record);
  };

  return (
    <form
      class="stack panel"
      onSubmit={submit}
      noValidate
      ref={form}
      onPaste={(event) => given(event, event.clipboardData)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => given(event, event.dataTransfer)}
    >
      <div class="stack-tight">
        <p class="small soft">{r("report.step", { step: 1 })}</p>
        <h2 tabIndex={-1}>{r(kind === "scam" ? "report.scamTitle" : "report.mistakeTitle")}</h2>
        {kind === "false-positive" && <p>{r("report.mistakeText")}</p>}
      </div>
      {offersWays && (
        <ReportWays
          way={way}
          take={(next) => {
            setProblems({});
            written.take(next);
            if (next === "lost") help();
          }}
          help={help}
        />
      )}
      {!written.hasRoom && (
        <Notice tone="care" title={r("report.noRoom")} live>
          <p>{r("report.noRoomText")}</p>
        </Notice>
      )}
      {written.isDraft && (
        <Notice tone="plain" title={r("report.draft")}>
          <p>{r("report.draftText")}</p>
          <Button onClick={discard}>{r("report.draftDiscard")}</Button>
        </Notice>
      )}
      <AddressField fields={fields} change={change} problem={problems.url ?? null} />
      {before && (
        <p class="small">
          {r("report.already", { date: dayText(t, localDay(Date.parse(before.report.writtenAt))) })}
        </p>
      )}
      <StoryField kind={kind} fields={fields} change={change} ask={needs.ask} />
      {kind === "scam" && (
        <ScreenshotField
          screenshot={fields.screenshot}
          problem={picture.problem}
          setProblem={picture.setProblem}
          capture={capture}
          choose={async () => {
            if (!needs.openReportWindow) return true;
            // The window goes on with what stands here.
            await written.save();
            return !(await needs.openReportWindow());
          }}
          take={picture.take}
          cover={picture.open}
          remove={() => change({ screenshot: null })}
        />
      )}
      <DetailFields
        kind={kind}
        open={way === "lost"}
        home={written.home}
        fields={fields}
        change={change}
        problems={problems}
      />
      {failure && <Notice tone="care" title={failureText(t, failure)} live />}
      <div class="form-ways">
        <Button kind="primary" wide type="submit" disabled={state === null}>
          {r("report.next")}
        </Button>
      </div>
      <p class="small soft">{r("report.notPolice")}</p>
      {children}
    </form>
  );
}
