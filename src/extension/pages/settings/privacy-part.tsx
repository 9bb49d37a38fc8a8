import { useSettingsText } from "../use-settings-text.ts";

/** What stays on the computer and what leaves it. */
export function PrivacyPart() {
  const s = useSettingsText();
  return (
    <div class="setting-pair">
      <section class="stack-tight">
        <h3>{s("settings.privacy.stays")}</h3>
        <ul class="stack-tight">
          <li>{s("settings.privacy.visits")}</li>
          <li>{s("settings.privacy.checks")}</li>
          <li>{s("settings.privacy.kept")}</li>
        </ul>
      </section>
      <section class="stack-tight">
        <h3>{s("settings.privacy.leaves")}</h3>
        <ul class="stack-tight">
          <li>{s("settings.privacy.feed")}</li>
          <li>{s("settings.privacy.report")}</li>
        </ul>
        <p>{s("settings.privacy.nothing")}</p>
      </section>
    </div>
  );
}
