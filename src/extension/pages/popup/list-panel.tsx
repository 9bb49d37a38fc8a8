import { useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import type { NoticeTone } from "../../../ui/notice.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { Text } from "../../../ui/text.ts";
import { useText } from "../../../ui/text-context.ts";
import { ageText, momentText } from "../../../ui/time-text.ts";
import type { State } from "../../messages.ts";
import { failureText } from "../failure-text.ts";
import type { KnownState } from "../use-state-of-background.ts";
import type { PopupNeeds } from "./popup-needs.ts";
import { SelfTest } from "./self-test.tsx";
import { type Standing, standing } from "./standing.ts";

const TONE: Record<Standing, NoticeTone> = {
  fresh: "plain",
  stale: "care",
  expired: "care",
  none: "care",
  problem: "care",
  unenforced: "care",
  unreachable: "care",
  loading: "plain",
};

/** The list, in a panel that closes. */
export function ListPanel({
  known,
  needs,
  close,
}: {
  known: KnownState;
  needs: PopupNeeds;
  close(): void;
}) {
  const t = useText();
  return (
    <section class="stack">
      <div class="panel-head">
        <h2>{t("list.title")}</h2>
        <Button onClick={close}>{t("list.done")}</Button>
      </div>
      <ListOverview known={known} needs={needs} />
    </section>
  );
}

/** All about the list: its state in words, age, version, size; update and self-test. */
export function ListOverview({
  known,
  needs,
}: {
  known: KnownState;
  needs: Pick<PopupNeeds, "ask" | "now" | "requestSiteAccess">;
}) {
  const t = useText();
  const [pressed, setPressed] = useState(false);
  const [outcome, setOutcome] = useState<string | null>(null);
  const { state, failure, refresh } = known;
  const stand = standing(known);
  const updating = pressed || state?.list.updating === true;

  const update = async () => {
    setPressed(true);
    setOutcome(null);
    const asked = await needs.ask({ type: "update-now" });
    setPressed(false);
    if (!asked.ok) setOutcome(failureText(t, asked.failure));
    else if (asked.answer.problem) setOutcome(t(`problem.${asked.answer.problem.code}`));
    else setOutcome(t("list.updated"));
    refresh();
  };

  const allow = async () => {
    try {
      await needs.requestSiteAccess();
    } catch (error) {
      setOutcome(t("failure.refused", { detail: String(error) }));
    }
    refresh();
  };

  return (
    <div class="stack">
      <Notice
        tone={TONE[stand]}
        mark={TONE[stand] === "plain" ? "guarding" : stand === "expired" ? "expired" : "care"}
        title={t(`list.state.${stand}`)}
      >
        {failure && <p>{failureText(t, failure)}</p>}
        {state?.list.problem && (
          <>
            <p>{t(`problem.${state.list.problem.code}`)}</p>
            <p class="small soft">
              {t("list.help")}: {state.list.problem.detail}
            </p>
            {state.list.problem.code === "site-access" && (
              <Button kind="primary" onClick={allow}>
                {t("list.allow")}
              </Button>
            )}
          </>
        )}
      </Notice>
      {state && <ListFacts state={state} t={t} now={needs.now()} />}
      {state?.inPrivate === false && <p class="small">{t("list.privateHow")}</p>}
      {state?.list.feedConfigured === false ? (
        <p>{t("list.noFeed")}</p>
      ) : (
        <div class="stack-tight">
          <Button kind="primary" disabled={updating} onClick={update}>
            {t(updating ? "list.updating" : "list.update")}
          </Button>
          <p role="status" class="small">
            {outcome}
          </p>
        </div>
      )}
      <SelfTest ask={needs.ask} />
    </div>
  );
}

function ListFacts({ state, t, now }: { state: State; t: Text; now: number }) {
  const { list } = state;
  return (
    <dl class="facts numbers">
      <dt>{t("list.entries")}</dt>
      <dd>{t.number(list.entries)}</dd>
      {list.covered > 0 && (
        <>
          <dt>{t("list.covered")}</dt>
          <dd>{t.number(list.covered)}</dd>
        </>
      )}
      <dt>{t("list.version")}</dt>
      <dd>
        {list.version > 0
          ? String(list.version)
          : t(list.freshness === "none" ? "general.none" : "list.versionPackaged")}
      </dd>
      {list.madeAt !== null && (
        <>
          <dt>{t("list.made")}</dt>
          <dd>{momentText(t, list.madeAt)}</dd>
        </>
      )}
      <dt>{t("list.confirmed")}</dt>
      <dd>{list.confirmedAt === null ? t("list.never") : ageText(t, now - list.confirmedAt)}</dd>
      {state.reportsWaiting > 0 && (
        <>
          <dt>{t("list.waiting")}</dt>
          <dd>{t.number(state.reportsWaiting)}</dd>
        </>
      )}
      <dt>{t("list.private")}</dt>
      <dd>{t(state.inPrivate ? "list.privateOn" : "list.privateOff")}</dd>
      <dt>{t("list.extension")}</dt>
      <dd>{state.extensionVersion}</dd>
    </dl>
  );
}
