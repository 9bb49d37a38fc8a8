import { useEffect } from "preact/hooks";
import { Button } from "../../../../ui/button.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { useText } from "../../../../ui/text-context.ts";
import { useToldText } from "../../../../ui/told-text.ts";
import type { AwarenessState } from "../../../messages.ts";
import { failureText } from "../../failure-text.ts";
import type { PopupNeeds } from "../popup-needs.ts";
import { AlertEntry } from "./alert-entry.tsx";
import { DamageNotice } from "./damage-notice.tsx";
import { NotifyMe } from "./notify-me.tsx";
import { placeText } from "./place-text.ts";
import type { Told } from "./use-told.ts";

/** The alerts in force for this person's place and sector; what stands here counts as shown. */
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
  const { alerts, sources, place, off, damage } = state;
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
      {alerts.length === 0 ? (
        <Notice tone="plain" title={t("told.none")}>
          <p>{t("told.noneText")}</p>
        </Notice>
      ) : (
        <ul class="plain-list">
          {alerts.map((alert) => (
            <li key={alert.key}>
              <AlertEntry
                alert={alert}
                isNew={fresh.has(alert.key)}
                sources={sources}
                opened={alert.item.id === opened}
              />
            </li>
          ))}
        </ul>
      )}
      {!off && <NotifyMe told={told} state={state} needs={needs} />}
    </div>
  );
}
