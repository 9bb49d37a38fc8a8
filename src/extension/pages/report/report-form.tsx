import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { isSameAddress } from "../../../core/report/is-same-address.ts";
import type { Report } from "../../../core/report/report.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import { dayText } from "../../../ui/time-text.ts";
import type { QueuedReport } from "../../messages.ts";
import type { ReportDraft } from "../../platform/report-drafts.ts";
import { failureText } from "../failure-text.ts";
import { pictureOf } from "../picture/picture-of.ts";
import type { KnownState } from "../use-state-of-background.ts";
import { AddressField } from "./address-field.tsx";
import { burnIn } from "./burn-in.ts";
import type { CoverBox } from "./cover-box.ts";
import { CoverEditor } from "./cover-editor.tsx";
import { DetailFields } from "./detail-fields.tsx";
import { localDay } from "./local-day.ts";
import { LostMoney } from "./lost-money.tsx";
import { readPictureFile } from "./read-picture-file.ts";
import { type FieldProblems, recordOf } from "./record-of.ts";
import { EMPTY_FIELDS, fieldsFrom, type ReportFields } from "./report-fields.ts";
import type { ReportNeeds } from "./report-needs.ts";
import type { ReportPrefill } from "./report-prefill.ts";
import { ReportPreview } from "./report-preview.tsx";
import { ReportReceipt } from "./report-receipt.tsx";
import { type PictureProblem, ScreenshotField } from "./screenshot-field.tsx";
import { StoryField } from "./story-field.tsx";
import { useReportText } from "./use-report-text.ts";

/** A scam met, money lost, or a page blocked by mistake. */
export type Way = ReportDraft["way"];

/**
 * A report in three steps: write, look at exactly what will be sent, receipt. What was written stays until it is sent,
 * also from one way to another. Whoever has lost money is led to the bank before any form.
 */
export function ReportForm({
  way: firstWay,
  prefill,
  needs,
  known,
  helps = false,
  offersWays = false,
  capture = null,
  begun = null,
  sent: alreadySent = null,
  earlier = [],
  keep,
  discard,
  children,
}: {
  way: Way;
  prefill: ReportPrefill;
  needs: ReportNeeds;
  known: KnownState;
  /** True to begin with what is urgent for whoever has lost money. */
  helps?: boolean;
  /** True where the person may choose another way. */
  offersWays?: boolean;
  /** Takes a picture of the page that `prefill` names; null where it is not to be seen. */
  capture?: (() => Promise<string | null>) | null;
  /** What was written the last time. */
  begun?: ReportDraft | null;
  /** A report that was sent the last time and whose receipt is still to be shown. */
  sent?: QueuedReport | null;
  /** Reports that this browser wrote before. */
  earlier?: readonly QueuedReport[];
  /** Keeps what is written at each change, or null once there is nothing more to keep; false if there is no room. */
  keep?(draft: ReportDraft | null): Promise<boolean>;
  /** Throws away what was begun. */
  discard?(): void;
  /** What stands below the first step. */
  children?: ComponentChildren;
}) {
  const t = useText();
  const r = useReportText();
  const { ask } = needs;
  const [isDraft, setIsDraft] = useState(begun !== null);
  const [way, setWay] = useState<Way>(begun?.way ?? firstWay);
  const [helping, setHelping] = useState(helps);
  const [fields, setFields] = useState<ReportFields>(begun ?? fieldsFrom(prefill));
  const [home, setHome] = useState<ReportFields["province"]>(null);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [record, setRecord] = useState<Report | null>(null);
  const [sent, setSent] = useState(alreadySent);
  const [hasRoom, setHasRoom] = useState(true);
  const [picture, setPicture] = useState<HTMLImageElement | null>(null);
  const [pictureProblem, setPictureProblem] = useState<PictureProblem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // One id and code for one report, however often it is looked at, changed and tried: the hub keeps it once.
  const ids = useRef(begun?.id ? { id: begun.id, code: begun.code } : null);
  // Nothing is kept of a form that was only looked at.
  const touched = useRef(begun !== null);
  const { state, failure } = known;
  const kind = way === "mistake" ? "false-positive" : "scam";

  useEffect(() => {
    ask({ type: "report-room" }).then((asked) => {
      if (asked.ok && !asked.answer.room) setHasRoom(false);
    });
  }, [ask]);
  // Where one lives is where most of it happens. It is no writing of his: nothing is kept for it.
  useEffect(() => {
    ask({ type: "settings" }).then((asked) => {
      const home = asked.ok ? asked.answer.settings.province : null;
      if (home === null) return;
      setHome(home);
      if (begun === null) setFields((now) => ({ ...now, province: now.province ?? home }));
    });
  }, [ask, begun]);
  // To the first thing that is wrong, also where it lies in the folded part.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  // The button that led here is gone.
  useEffect(() => {
    if (firstWay === "lost") form.current?.querySelector<HTMLElement>("h2")?.focus();
  }, [firstWay]);
  const view = sent
    ? "receipt"
    : record
      ? "preview"
      : picture
        ? "cover"
        : helping
          ? "help"
          : "form";
  const viewBefore = useRef(view);
  // Whoever comes back to the form goes on where it begins, or at the picture.
  useEffect(() => {
    if (view === "form" && viewBefore.current !== "form") {
      const place = viewBefore.current === "cover" ? "h3" : "h2";
      form.current?.querySelector<HTMLElement>(place)?.focus();
    }
    viewBefore.current = view;
  }, [view]);

  const save = async (written: ReportFields, by: Way) => {
    await keep?.({
      ...written,
      way: by,
      id: ids.current?.id ?? null,
      code: ids.current?.code ?? null,
    })
      .then((kept) => {
        if (!kept) setHasRoom(false);
      })
      .catch(() => setHasRoom(false));
  };
  const change = (part: Partial<ReportFields>) => {
    const next = { ...fields, ...part };
    touched.current = true;
    setFields(next);
    void save(next, way);
  };
  const take = (by: Way) => {
    setWay(by);
    setProblems({});
    setHelping(by === "lost");
    if (touched.current) void save(fields, by);
  };
  const takePicture = async (file: Blob) => {
    const read = await readPictureFile(file);
    setPictureProblem(read.ok ? null : read.problem);
    if (read.ok) setPicture(read.picture);
  };
  const choosePicture = async () => {
    if (!needs.openReportWindow) return true;
    // The window goes on with what stands here.
    await save(fields, way);
    return !(await needs.openReportWindow());
  };
  const given = (event: Event, data: DataTransfer | null) => {
    const file = kind === "scam" ? pictureOf(data) : null;
    if (file === null) return;
    event.preventDefault();
    void takePicture(file);
  };
  const done = (queued: QueuedReport) => {
    void keep?.(null);
    setIsDraft(false);
    setSent(queued);
  };
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

  if (sent) {
    const another = () => {
      ids.current = null;
      touched.current = false;
      setFields({ ...EMPTY_FIELDS, province: home });
      setWay(firstWay);
      setRecord(null);
      setSent(null);
    };
    return (
      <ReportReceipt
        queued={sent}
        record={record ?? sent.report}
        needs={needs}
        {...(offersWays ? { another } : {})}
      />
    );
  }
  if (record) {
    return (
      <ReportPreview
        record={record}
        needs={needs}
        edit={() => setRecord(null)}
        leaveOut={(part) => {
          const without = { ...record, ...part };
          setRecord(without);
          change(fieldsWithout(fields, part));
        }}
        done={done}
      />
    );
  }
  if (picture) {
    const use = async (boxes: readonly CoverBox[]) => {
      const screenshot = await burnIn(picture, boxes);
      setPictureProblem(screenshot === null ? "tooLarge" : null);
      setPicture(null);
      change({ screenshot });
    };
    const cancel = () => {
      setPicture(null);
      change({ screenshot: null });
    };
    return <CoverEditor picture={picture} use={use} cancel={cancel} />;
  }
  if (helping) {
    const brand = prefill.verdict?.brand ?? null;
    return (
      <LostMoney
        brand={brand}
        ask={ask}
        write={() => setHelping(false)}
        back={() => take("scam")}
      />
    );
  }
  if (state && !state.reportsAccepted) {
    return (
      <div class="stack panel">
        <p>{r("report.notAccepted")}</p>
        {offersWays && <LostWay go={() => take("lost")} />}
        {children}
      </div>
    );
  }

  const preview = (event: Event) => {
    event.preventDefault();
    if (!state) return;
    ids.current ??= { id: needs.newId(), code: needs.newCode() };
    const read = recordOf(
      fields,
      {
        ...ids.current,
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
    void save(fields, way);
    setRecord(read.record);
  };

  return (
    <form
      class="stack panel"
      onSubmit={preview}
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
      {offersWays && <Ways way={way} take={take} help={() => setHelping(true)} />}
      {!hasRoom && (
        <Notice tone="care" title={r("report.noRoom")} live>
          <p>{r("report.noRoomText")}</p>
        </Notice>
      )}
      {isDraft && (
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
      <StoryField kind={kind} fields={fields} change={change} ask={ask} />
      {kind === "scam" && (
        <ScreenshotField
          screenshot={fields.screenshot}
          problem={pictureProblem}
          setProblem={setPictureProblem}
          capture={fields.url === prefill.url ? capture : null}
          choose={choosePicture}
          take={takePicture}
          cover={setPicture}
          remove={() => change({ screenshot: null })}
        />
      )}
      <DetailFields
        kind={kind}
        open={way === "lost"}
        home={home}
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

/** The other ways, the urgent one first. */
function Ways({ way, take, help }: { way: Way; take(way: Way): void; help(): void }) {
  const r = useReportText();
  return (
    <div class="stack-tight">
      {way !== "mistake" && <LostWay go={way === "lost" ? help : () => take("lost")} />}
      <Button kind="quiet" onClick={() => take(way === "mistake" ? "scam" : "mistake")}>
        {r(way === "mistake" ? "report.scamTitle" : "report.mistakeTitle")}
      </Button>
    </div>
  );
}

function LostWay({ go }: { go(): void }) {
  const r = useReportText();
  return (
    <button type="button" class="lost-way" onClick={go}>
      <strong>{r("report.lostWay")}</strong>
      <span class="small">{r("report.lostWayText")}</span>
    </button>
  );
}

/** What was taken out of the record is gone from the form too: whoever changes something finds it so. */
function fieldsWithout(fields: ReportFields, part: Partial<Report>): ReportFields {
  const without = { ...fields };
  for (const field of Object.keys(part) as (keyof Report)[]) {
    switch (field) {
      case "evidence":
        without.withEvidence = false;
        break;
      case "accounts":
        without.accounts = [];
        break;
      case "form":
      case "arrivedBy":
      case "province":
      case "screenshot":
        without[field] = null;
        break;
      case "url":
      case "note":
      case "impersonated":
      case "phones":
      case "lost":
      case "happenedOn":
      case "happenedTime":
      case "commune":
      case "contact":
        without[field] = "";
        break;
    }
  }
  return without;
}
