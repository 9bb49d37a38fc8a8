import { useEffect, useRef, useState } from "preact/hooks";
import { type SubjectKind, type Taken, whatIsThis } from "../../../core/check/what-is-this.ts";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { Answer } from "../../messages.ts";
import type { Asked } from "../ask-background.ts";
import { failureText } from "../failure-text.ts";
import { pictureOf } from "../picture/picture-of.ts";
import type { ReportPrefill } from "../report/report-prefill.ts";
import type { KnownState } from "../use-state-of-background.ts";
import type { CheckNeeds } from "./check-needs.ts";
import { PictureButton } from "./picture-button.tsx";
import { questionOf } from "./question-of.ts";
import { ResultCard } from "./result-card.tsx";
import { TakenLine } from "./taken-line.tsx";
import { useCheckText } from "./use-check-text.ts";

/** What was asked, what it was taken for, and what came of it. */
interface Outcome {
  text: string;
  taken: Taken;
  /** True if the text was in a picture. */
  fromPicture: boolean;
  /** Null while it is on its way; undefined if there was nothing to ask. */
  asked: Asked<Answer<"check">> | null | undefined;
}

/** One box for anything, what it was taken for, and what is known of it. */
export function CheckView({
  text,
  setText,
  begin = false,
  known,
  needs,
  report,
}: {
  text: string;
  setText(text: string): void;
  /** True to check what is in the box at once. */
  begin?: boolean;
  known: KnownState;
  needs: CheckNeeds;
  report(prefill: ReportPrefill): void;
}) {
  const t = useText();
  const c = useCheckText();
  const [problem, setProblem] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reading, setReading] = useState(false);
  // What comes back for an earlier question must not stand under a later one.
  const latest = useRef(0);
  const result = useRef<HTMLDivElement>(null);
  const isAnswered = outcome !== null && outcome.asked !== null;

  // The popup is low: what was found comes into sight, and the box is a line above it.
  useEffect(() => {
    if (isAnswered) result.current?.scrollIntoView();
  }, [isAnswered]);

  const check = async (what: string, as: SubjectKind | null = null, fromPicture = false) => {
    const turn = ++latest.current;
    const taken = whatIsThis(what, as);
    const { subject } = taken;
    setOutcome(null);
    if (subject.kind === "empty") return setProblem(c("check.nothing"));
    if (subject.kind === "bad-address") return setProblem(t(`check.${subject.problem}`));
    setProblem(null);
    const question = questionOf(subject, what);
    const about = { text: what, taken, fromPicture };
    setOutcome({ ...about, asked: question === null ? undefined : null });
    if (question === null) return;
    const asked = await needs.ask({ type: "check", subject: question });
    if (turn === latest.current) setOutcome({ ...about, asked });
  };

  const take = async (picture: Blob) => {
    const turn = ++latest.current;
    setOutcome(null);
    setProblem(null);
    setReading(true);
    const read = await needs.readQrPicture(picture);
    setReading(false);
    if (turn !== latest.current) return;
    if (!read.ok) return setProblem(c(`check.picture.${read.problem}`));
    setText(read.text);
    await check(read.text, null, true);
  };

  // Once, for what the page was opened with.
  useEffect(() => {
    if (begin && text !== "") void check(text);
  }, []);

  const submit = (event: Event) => {
    event.preventDefault();
    void check(text);
  };

  return (
    <div class="stack">
      <form class="stack-tight" onSubmit={submit} noValidate>
        <Field label={c("check.label")} hint={c("check.hint")} problem={problem}>
          {(control) => (
            <textarea
              {...control}
              class="input check-box"
              rows={3}
              autoComplete="off"
              spellcheck={false}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
              }}
              onPaste={(event) => {
                const picture = pictureOf(event.clipboardData);
                if (picture === null) return;
                event.preventDefault();
                void take(picture);
              }}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                const picture = pictureOf(event.dataTransfer);
                if (picture === null) return;
                event.preventDefault();
                void take(picture);
              }}
            />
          )}
        </Field>
        <div class="row check-ways">
          <Button kind="primary" type="submit">
            {c("check.button")}
          </Button>
          <PictureButton text={text} needs={needs} take={take} />
        </div>
      </form>
      <div ref={result} role="status" class="stack-tight check-result">
        {reading && <p class="soft">{c("check.reading")}</p>}
        {outcome !== null && (
          <>
            <TakenLine
              outcome={outcome}
              choose={(as) => void check(outcome.text, as, outcome.fromPicture)}
            />
            {outcome.asked === null && <p class="soft">{c("check.checking")}</p>}
            {outcome.asked?.ok === false && (
              <Notice tone="care" title={failureText(t, outcome.asked.failure)} />
            )}
            {(outcome.asked === undefined || outcome.asked?.ok) && (
              <ResultCard
                text={outcome.text}
                subject={outcome.taken.subject}
                answer={outcome.asked?.answer ?? null}
                listMissing={known.state?.list.freshness === "none"}
                report={report}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}
