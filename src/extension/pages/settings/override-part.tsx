import { shownAddress } from "../../../ui/shown-address.ts";
import { useText } from "../../../ui/text-context.ts";
import { momentText } from "../../../ui/time-text.ts";
import { LiveOverrides } from "../live-overrides.tsx";
import { useSettingsText } from "../use-settings-text.ts";
import type { SettingsNeeds } from "./settings-needs.ts";
import type { KnownHistory } from "./use-history.ts";

/** Blocked sites that the person has opened: those that are open now, to be closed, and when he did so before. */
export function OverridePart({
  known: { history, refresh },
  needs,
}: {
  known: KnownHistory;
  needs: SettingsNeeds;
}) {
  const t = useText();
  const s = useSettingsText();
  const past = history?.goneOn ?? [];
  return (
    <>
      <LiveOverrides needs={needs} changed={refresh} none={s("settings.overrides.none")} />
      {past.length > 0 && (
        <details>
          <summary>{s("settings.overrides.past")}</summary>
          <ul class="plain-list">
            {past.map(({ host, at }) => (
              <li key={`${at} ${host}`}>
                <bdi class="address address-domain">{shownAddress(host)}</bdi>{" "}
                <span class="small soft numbers">{momentText(t, at)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
