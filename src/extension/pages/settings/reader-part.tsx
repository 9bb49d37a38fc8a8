import { AUDIENCES, SECTORS } from "../../../core/awareness/scope.ts";
import { useSettingsText } from "../use-settings-text.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { PartProps } from "./part-props.ts";
import { ProvinceChoice } from "./province-choice.tsx";
import { SettingGroup } from "./setting-group.tsx";
import { Tick } from "./tick.tsx";

/** Whom alerts and tips are chosen for: groups, sector, province. */
export function ReaderPart({ inForce, save }: PartProps) {
  const s = useSettingsText();
  const { audience, sector } = inForce.settings;
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
        <ProvinceChoice inForce={inForce} save={save} />
      </div>
    </>
  );
}
