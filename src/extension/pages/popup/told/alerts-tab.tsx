import { useEffect, useId } from "preact/hooks";
import { Button } from "../../../../ui/button.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { useText } from "../../../../ui/text-context.ts";
import { useToldText } from "../../../../ui/told-text.ts";
import type { AwarenessState, ToldAlert } from "../../../messages.ts";
import { failureText } from "../../failure-text.ts";
import type { PopupNeeds } from "../popup-needs.ts";
import { AlertEntry } from "./alert-entry.tsx";
import { DamageNotice } from "./damage-notice.tsx";
import { NotifyMe } from "./notify-me.tsx";
import { placeText } from "./place-text.ts";
import type { Told } from "./use-told.ts";

/** The alerts for this person's place and sector, in force and below them past ones; what stands here counts as shown. */
export function AlertsTab({
  told,
  needs,
  opened,
}: {
  told: Told;
  needs: PopupNeeds;
  /** Id of the alert that the person came for; null if for none. */
  opened: string | null;
}) {
  const page = useText();
  const { asked } = told;
  if (asked === null) {
    return (
      <p class="soft" role="status">
        {page("general.loading")}
      </p>
    );
  }
  if (!asked.ok) return <Notice tone="care" title={failureText(page, asked.failure)} live />;
  return <Alerts state={asked.answer} told={told} needs={needs} opened={opened} />;
}

function Alerts({
  state,
  told,
  needs,
  opened,
}: {
  state: AwarenessState;
  told: Told;
  needs: PopupNeeds;
  opened: string | null;
}) {
  const t = useToldText();
  const { show, fresh } = told;
  const { alerts, past, sources, place, off, damage } = state;
  const pastId = useId();
  const list = (listed: readonly ToldAlert[], isPast: boolean) => (
    <ul class="plain-list">
      {listed.map((alert) => (
        <li key={alert.key}>
          <AlertEntry
            alert={alert}
            mark={isPast ? "past" : fresh.has(alert.key) ? "new" : null}
            sources={sources}
            opened={alert.item.id === opened}
          />
        </li>
      ))}
    </ul>
  );
  useEffect(() => show(alerts.map(({ key }) => key)), [show, alerts]);
  return (
    <div class="stack">
      <div class="card-head">
        <p class="small soft">{t("told.forYou", { place: placeText(t, place) })}</p>
        {place.province === null && (
          <Button kind="quiet" onClick={needs.openSettings}>
            {t("told.choosePlace")}
          </Button>
        )}
      </div>
      <DamageNotice detail={damage.alerts} />
      {off && <p class="small soft">{t("told.off")}</p>}
      {alerts.length === 0 && (
        <Notice tone="plain" title={t("told.none")}>
          <p>{t(past.length > 0 ? "told.noneButPast" : "told.noneText")}</p>
        </Notice>
      )}
      {alerts.length > 0 && list(alerts, false)}
      {!off && <NotifyMe told={told} state={state} needs={needs} />}
      {past.length > 0 && (
        <section class="stack-tight" aria-labelledby={pastId}>
          <h2 id={pastId}>{t("told.pastTitle")}</h2>
          <p class="small soft">{t("told.pastText")}</p>
          {list(past, true)}
        </section>
      )}
    </div>
  );
}
