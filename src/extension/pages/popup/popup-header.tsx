import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { KnownState } from "../use-state-of-background.ts";
import { listAge } from "./list-age.ts";
import { SettingsIcon } from "./settings-icon.tsx";
import { standing } from "./standing.ts";
import { StandingSign } from "./standing-sign.tsx";

/** Name, and the list's age with its sign; pressing it opens the list's panel. */
export function PopupHeader({
  known,
  now,
  open,
  toggle,
  openSettings,
}: {
  known: KnownState;
  now: number;
  open: boolean;
  toggle(): void;
  openSettings(): void;
}) {
  const t = useText();
  const stand = standing(known);
  const words =
    known.state && stand !== "unreachable"
      ? listAge(t, known.state.list, now)
      : t(`list.state.${stand}`);
  return (
    <header class="popup-header">
      <h1 class="popup-name">
        <Mark state={stand === "expired" || stand === "none" ? "expired" : "guarding"} size={1.5} />
        {t("app.name")}
      </h1>
      <button
        type="button"
        class="list-button numbers"
        aria-expanded={open}
        aria-controls={open ? "list-panel" : undefined}
        title={t(`list.state.${stand}`)}
        onClick={toggle}
      >
        <span class="hearing-only">{t("popup.listButton")}: </span>
        <span>{words}</span>
        <StandingSign standing={stand} />
      </button>
      <button type="button" class="settings-button" onClick={openSettings}>
        <SettingsIcon />
        {t("popup.settings")}
      </button>
    </header>
  );
}
