import { useState } from "preact/hooks";
import { Button } from "../../../../ui/button.tsx";
import { useToldText } from "../../../../ui/told-text.ts";
import type { AwarenessState } from "../../../messages.ts";
import type { PopupNeeds } from "../popup-needs.ts";
import type { Told } from "./use-told.ts";

/** Lets a person ask for notifications of the browser. */
export function NotifyMe({
  state: { notifications },
  told,
  needs,
}: {
  state: AwarenessState;
  told: Told;
  needs: PopupNeeds;
}) {
  const t = useToldText();
  const [refused, setRefused] = useState(false);
  if (notifications === "fixed") return null;
  if (notifications === "on") return <p class="small soft">{t("told.notifyOn")}</p>;

  const turnOn = async () => {
    // Both at once: the browser's question may close the popup, and what follows it would never run.
    const saved = needs.ask({ type: "save-settings", changes: { notifications: true } });
    const granted = await needs.requestNotifications();
    await saved;
    setRefused(!granted);
    told.refresh();
  };
  return (
    <div class="stack-tight">
      <Button wide onClick={turnOn}>
        {t("told.notify")}
      </Button>
      <p class="small soft" role="status">
        {t(refused ? "told.notifyRefused" : "told.notifyText")}
      </p>
    </div>
  );
}
