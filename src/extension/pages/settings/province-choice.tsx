import { PROVINCE_OPTIONS } from "../../../ui/province-options.ts";
import { useSettingsText } from "../use-settings-text.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { PartProps } from "./part-props.ts";

/** Where the person lives, by whose alerts are chosen. */
export function ProvinceChoice({ inForce, save }: PartProps) {
  const s = useSettingsText();
  return (
    <ChoiceField
      label={s("settings.province")}
      none={s("settings.none")}
      name="province"
      inForce={inForce}
      options={PROVINCE_OPTIONS}
      chosen={inForce.settings.province}
      choose={(province) => save({ province })}
    />
  );
}
