import { useState } from "preact/hooks";
import { type Address, parseAddress } from "../../../core/host/address.ts";
import type { Verdict } from "../../../core/verdict/verdict.ts";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import { failureText } from "../failure-text.ts";
import type { PageNeeds } from "../page-needs.ts";
import type { ReportPrefill } from "../report/report-prefill.ts";
import type { KnownState } from "../use-state-of-background.ts";
import { VerdictCard } from "./verdict-card.tsx";

type Outcome =
  | { kind: "verdict"; address: Address; verdict: Verdict }
  | { kind: "failed"; words: string };

/** One box for any address, and the verdict on it. */
export function CheckTab({
  known,
  needs,
  report,
}: {
  known: KnownState;
  needs: PageNeeds;
  report(prefill: ReportPrefill): void;
}) {
  const t = useText();
  const [input, setInput] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const check = async (event: Event) => {
    event.preventDefault();
    setOutcome(null);
    const parsed = parseAddress(input);
    if (!parsed.ok) {
      setProblem(t(`check.${parsed.problem}`));
      return;
    }
    setProblem(null);
    const { address } = parsed;
    const asked = await needs.ask({ type: "verdict", url: address.url });
    if (!asked.ok) setOutcome({ kind: "failed", words: failureText(t, asked.failure) });
    else if (!asked.answer.ok) setProblem(t("check.malformed"));
    else setOutcome({ kind: "verdict", address, verdict: asked.answer.verdict });
  };

  return (
    <div class="stack">
      <form class="stack" onSubmit={check} noValidate>
        <Field label={t("check.label")} hint={t("check.hint")} problem={problem}>
          {(control) => (
            <input
              {...control}
              class="input input-address"
              type="text"
              inputMode="url"
              autoComplete="off"
              spellcheck={false}
              value={input}
              onInput={(event) => setInput(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button kind="primary" type="submit">
          {t("check.button")}
        </Button>
      </form>
      <div role="status">
        {outcome?.kind === "verdict" && (
          <VerdictCard
            address={outcome.address}
            verdict={outcome.verdict}
            listMissing={known.state?.list.freshness === "none"}
            report={report}
          />
        )}
        {outcome?.kind === "failed" && <Notice tone="care" title={outcome.words} />}
      </div>
    </div>
  );
}
