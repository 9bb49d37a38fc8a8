import { useEffect } from "preact/hooks";
import { AUDIENCES } from "../../../core/awareness/scope.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import { failureText } from "../failure-text.ts";
import { SelfTest } from "../popup/self-test.tsx";
import { ChoiceField } from "../settings/choice-field.tsx";
import { LanguageChoice } from "../settings/language-choice.tsx";
import type { PartProps } from "../settings/part-props.ts";
import { ProvinceChoice } from "../settings/province-choice.tsx";
import { SettingGroup } from "../settings/setting-group.tsx";
import { Tick } from "../settings/tick.tsx";
import { useSettings } from "../use-settings.ts";
import { useSettingsText } from "../use-settings-text.ts";
import type { WelcomeNeeds } from "./welcome-needs.ts";

/** The first page: what the extension does, the few choices that matter at once, and a test. Nothing is compulsory. */
export function WelcomePage({ needs }: { needs: WelcomeNeeds }) {
  const t = useText();
  const s = useSettingsText();
  const { inForce, failure, saving, save } = useSettings(needs);
  useEffect(() => {
    document.title = `${s("welcome.title")} · ${t("app.name")}`;
  }, [s, t]);
  return (
    <main class="welcome">
      <header class="settings-head">
        <Mark state="guarding" size={2.5} />
        <h1>{s("welcome.title")}</h1>
      </header>
      <section aria-label={s("welcome.does")} class="stack-tight">
        <ul class="stack-tight">
          <li>{s("welcome.blocks")}</li>
          <li>{s("welcome.leads")}</li>
          <li>{s("welcome.checks")}</li>
        </ul>
        <p>
          <strong>{s("welcome.privacy")}</strong>
        </p>
      </section>
      <div class="welcome-columns">
        <Card title={s("welcome.choose")}>
          <p class="small soft">{s("welcome.chooseText")}</p>
          {inForce && <FirstChoices inForce={inForce} save={save} />}
          <div role="status">
            {failure && <Notice tone="care" title={failureText(t, failure)} />}
            {saving.state === "saved" && <p class="small">{s("settings.saved")}</p>}
            {saving.state === "failed" && (
              <Notice tone="care" title={s("settings.notSaved")}>
                <p>{failureText(t, saving.failure)}</p>
              </Notice>
            )}
          </div>
        </Card>
        <div class="stack">
          <Card title={s("welcome.pin")}>
            <p>{s(`welcome.pin.${needs.browser}`)}</p>
          </Card>
          <Card title={s("welcome.try")}>
            <p>{s("welcome.tryText")}</p>
            <SelfTest ask={needs.ask} />
          </Card>
        </div>
      </div>
      <footer class="row">
        <Button kind="primary" onClick={needs.close}>
          {s("welcome.done")}
        </Button>
        <Button kind="quiet" onClick={needs.openSettings}>
          {s("welcome.all")}
        </Button>
      </footer>
    </main>
  );
}

function FirstChoices({ inForce, save }: PartProps) {
  const s = useSettingsText();
  const { textSize, audience } = inForce.settings;
  const [group = null] = audience;
  const several = audience.length > 1;
  return (
    <>
      <LanguageChoice inForce={inForce} save={save} />
      <SettingGroup title={s("settings.textSize")} name="textSize" inForce={inForce}>
        <Tick
          label={s("welcome.large")}
          ticked={textSize === "large"}
          turn={(on) => save({ textSize: on ? "large" : "normal" })}
        />
      </SettingGroup>
      <div class="setting-pair">
        <ChoiceField
          label={s("settings.audience")}
          none={s(several ? "welcome.severalGroups" : "settings.none")}
          name="audience"
          inForce={inForce}
          options={AUDIENCES.map((value) => ({ value, label: s(`settings.audience.${value}`) }))}
          chosen={several ? null : group}
          choose={(value) => save({ audience: value === null ? [] : [value] })}
        />
        <ProvinceChoice inForce={inForce} save={save} />
      </div>
    </>
  );
}
