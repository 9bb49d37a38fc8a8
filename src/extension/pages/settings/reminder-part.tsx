import type { Cadence } from "../../../core/awareness/due.ts";
import { Field } from "../../../ui/field.tsx";
import { useSettingsText } from "../use-settings-text.ts";
import { NotificationSetting } from "./notification-setting.tsx";
import type { PartProps } from "./part-props.ts";
import { SettingGroup } from "./setting-group.tsx";
import type { SettingsNeeds } from "./settings-needs.ts";
import { Tick } from "./tick.tsx";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const RHYTHMS = ["weekly", "monthly", "quarterly"] as const;
/** What quiet hours begin with; each can be changed. */
const NIGHT = { from: 21, to: 7 };

/** How often the person is told something, when not, and whether by the browser's notifications. */
export function ReminderPart({ inForce, save, needs }: PartProps & { needs: SettingsNeeds }) {
  const s = useSettingsText();
  const { cadence } = inForce.settings;
  const { off, quietHours } = cadence;
  const change = (some: Partial<Cadence>) => save({ cadence: { ...cadence, ...some } });
  return (
    <>
      <SettingGroup title={s("settings.cadence")} name="cadence" inForce={inForce}>
        <Tick label={s("settings.cadence.on")} ticked={!off} turn={(on) => change({ off: !on })} />
        {off && <p class="setting-lock">{s("settings.cadence.offText")}</p>}
        <div class="setting-inset">
          {RHYTHMS.map((rhythm) => (
            <Tick
              key={rhythm}
              label={s(`settings.cadence.${rhythm}`)}
              ticked={cadence[rhythm]}
              disabled={off}
              turn={(on) => change({ [rhythm]: on })}
            />
          ))}
        </div>
      </SettingGroup>
      <SettingGroup
        title={s("settings.quiet")}
        hint={s("settings.quiet.hint")}
        name="cadence"
        inForce={inForce}
      >
        <Tick
          label={s("settings.quiet.on")}
          ticked={quietHours !== null}
          disabled={off}
          turn={(on) => change({ quietHours: on ? NIGHT : null })}
        />
        {quietHours !== null && (
          <div class="setting-inset setting-hours">
            {(["from", "to"] as const).map((end) => (
              <Field key={end} label={s(`settings.quiet.${end}`)}>
                {(control) => (
                  <select
                    {...control}
                    class="input"
                    disabled={off}
                    value={String(quietHours[end])}
                    onChange={({ currentTarget: { value } }) =>
                      change({ quietHours: { ...quietHours, [end]: Number(value) } })
                    }
                  >
                    {HOURS.map((hour) => (
                      <option key={hour} value={String(hour)}>
                        {s("settings.quiet.hour", { hour })}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            ))}
          </div>
        )}
      </SettingGroup>
      <NotificationSetting inForce={inForce} save={save} needs={needs} />
    </>
  );
}
