import { Choices } from "../../../ui/choices.tsx";
import { useSettingsText } from "../use-settings-text.ts";
import type { PartProps } from "./part-props.ts";
import { SettingGroup } from "./setting-group.tsx";

/** In which language the extension speaks. */
export function LanguageChoice({ inForce, save }: PartProps) {
  const s = useSettingsText();
  return (
    <SettingGroup title={s("settings.language")} name="language" inForce={inForce}>
      <Choices
        name="language"
        chosen={inForce.settings.language}
        choose={(language) => save({ language })}
        options={(["auto", "vi", "en"] as const).map((value) => ({
          value,
          label: s(`settings.language.${value}`),
        }))}
      />
    </SettingGroup>
  );
}
