import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import { useSettingsText } from "../use-settings-text.ts";
import type { PartProps } from "./part-props.ts";
import { SettingGroup } from "./setting-group.tsx";
import type { SettingsNeeds } from "./settings-needs.ts";
import { Tick } from "./tick.tsx";

/** Whether the browser notifies of new alerts. It takes two: the setting, and the browser's own permission. */
export function NotificationSetting({
  inForce,
  save,
  needs: { mayNotify, requestNotifications },
}: PartProps & { needs: SettingsNeeds }) {
  const t = useText();
  const s = useSettingsText();
  const { notifications, cadence } = inForce.settings;
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    mayNotify().then(setAllowed, (error: unknown) => setProblem(String(error)));
  }, [mayNotify]);

  /** Straight from the click: browsers ask the person in no other way. */
  const request = async () => {
    try {
      const granted = await requestNotifications();
      setAllowed(granted);
      setRefused(!granted);
      return granted;
    } catch (error) {
      setProblem(String(error));
      return false;
    }
  };
  const turn = async (on: boolean) => {
    setProblem(null);
    setRefused(false);
    if (!on || (await request())) await save({ notifications: on });
  };

  return (
    <>
      <SettingGroup
        title={s("settings.notifications")}
        hint={s("settings.notifications.hint")}
        name="notifications"
        inForce={inForce}
      >
        <Tick
          label={s("settings.notifications.on")}
          ticked={notifications}
          disabled={cadence.off}
          turn={turn}
        />
      </SettingGroup>
      <div role="status">
        {problem !== null && (
          <Notice tone="care" title={t("failure.refused", { detail: problem })} />
        )}
        {(refused || (notifications && allowed === false)) && (
          <Notice tone="care" title={s("settings.notifications.refused")}>
            {notifications && (
              <Button onClick={request}>{s("settings.notifications.allow")}</Button>
            )}
          </Notice>
        )}
      </div>
    </>
  );
}
