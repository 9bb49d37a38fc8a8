import { Choices } from "../../../ui/choices.tsx";
import { useSettingsText } from "../use-settings-text.ts";
import { LanguageChoice } from "./language-choice.tsx";
import type { PartProps } from "./part-props.ts";
import { SettingGroup } from "./setting-group.tsx";

/** Language and text size. */
export function AppearancePart({ inForce, save }: PartProps) {
  const s = useSettingsText();
  const { textSize } = inForce.settings;
  return (
    <div class="setting-pair">
      <LanguageChoice inForce={inForce} save={save} />
      <SettingGroup title={s("settings.textSize")} name="textSize" inForce={inForce}>
        <Choices
          name="text-size"
          chosen={textSize}
          choose={(value) => save({ textSize: value })}
          options={(["normal", "large"] as const).map((value) => ({
            value,
            label: s(`settings.textSize.${value}`),
          }))}
        />
      </SettingGroup>
    </div>
  );
}
