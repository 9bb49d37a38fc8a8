import { AUDIENCES, SECTORS } from "../../../core/awareness/scope.ts";
import { PROVINCES } from "../../../core/settings/province.ts";
import { useSettingsText } from "../use-settings-text.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { PartProps } from "./part-props.ts";
import { SettingGroup } from "./setting-group.tsx";
import { Tick } from "./tick.tsx";

/** Whom alerts and tips are chosen for: groups, sector, province. */
export function ReaderPart({ inForce, save }: PartProps) {
  const s = useSettingsText();
  const { audience, sector, province } = inForce.settings;
  return (
    <>
      <p>{s("settings.readerText")}</p>
      <SettingGroup
        title={s("settings.audience")}
        hint={s("settings.audienceHint")}
        name="audience"
        inForce={inForce}
      >
        <div class="setting-columns">
          {AUDIENCES.map((id) => (
            <Tick
              key={id}
              label={s(`settings.audience.${id}`)}
              ticked={audience.includes(id)}
              turn={(on) =>
                save({
                  audience: AUDIENCES.filter((one) => (one === id ? on : audience.includes(one))),
                })
              }
            />
          ))}
        </div>
      </SettingGroup>
      <div class="setting-pair">
        <ChoiceField
          label={s("settings.sector")}
          none={s("settings.none")}
          name="sector"
          inForce={inForce}
          options={SECTORS.map((value) => ({ value, label: s(`settings.sector.${value}`) }))}
          chosen={sector}
          choose={(value) => save({ sector: value })}
        />
        <ChoiceField
          label={s("settings.province")}
          none={s("settings.none")}
          name="province"
          inForce={inForce}
          options={PROVINCES.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={province}
          choose={(value) => save({ province: value })}
        />
      </div>
    </>
  );
}
