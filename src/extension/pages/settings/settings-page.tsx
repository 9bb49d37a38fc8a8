import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Mark } from "../../../ui/mark.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import { failureText } from "../failure-text.ts";
import { ListOverview } from "../popup/list-panel.tsx";
import { type Saving, useSettings } from "../use-settings.ts";
import { useSettingsText } from "../use-settings-text.ts";
import { useStateOfBackground } from "../use-state-of-background.ts";
import { AboutPart } from "./about-part.tsx";
import { AppearancePart } from "./appearance-part.tsx";
import { FilePart } from "./file-part.tsx";
import { HistoryPart } from "./history-part.tsx";
import { ListHistory } from "./list-history.tsx";
import { OverridePart } from "./override-part.tsx";
import type { PartProps } from "./part-props.ts";
import { PrivacyPart } from "./privacy-part.tsx";
import { ReaderPart } from "./reader-part.tsx";
import { ReminderPart } from "./reminder-part.tsx";
import type { SettingsNeeds } from "./settings-needs.ts";
import { useHistory } from "./use-history.ts";

const PARTS = [
  "look",
  "reader",
  "reminders",
  "list",
  "overrides",
  "history",
  "file",
  "privacy",
  "about",
] as const;
type PartName = (typeof PARTS)[number];

/** All that can be set and looked up, on one page, part by part. What is changed takes effect at once. */
export function SettingsPage({ needs }: { needs: SettingsNeeds }) {
  const t = useText();
  const s = useSettingsText();
  const known = useStateOfBackground(needs);
  const history = useHistory(needs);
  const { inForce, failure, saving, save } = useSettings(needs);
  useEffect(() => {
    document.title = `${s("settings.title")} · ${t("app.name")}`;
  }, [s, t]);

  const setting = (part: (props: PartProps) => ComponentChildren) =>
    failure ? (
      <Notice tone="care" title={failureText(t, failure)} />
    ) : inForce ? (
      part({ inForce, save })
    ) : (
      <p class="soft">{t("general.loading")}</p>
    );
  const parts: Record<PartName, ComponentChildren> = {
    look: setting((props) => <AppearancePart {...props} />),
    reader: setting((props) => <ReaderPart {...props} />),
    reminders: setting((props) => <ReminderPart {...props} needs={needs} />),
    list: (
      <>
        <ListOverview known={known} needs={needs} />
        <ListHistory known={history} />
      </>
    ),
    overrides: <OverridePart known={history} needs={needs} />,
    history: setting((props) => <HistoryPart {...props} known={history} needs={needs} />),
    file: setting((props) => <FilePart {...props} needs={needs} />),
    privacy: <PrivacyPart />,
    about: <AboutPart version={known.state?.extensionVersion ?? null} needs={needs} />,
  };
  return (
    <div class="settings">
      <header class="settings-head">
        <Mark state="guarding" size={2} />
        <h1>{s("settings.title")}</h1>
      </header>
      <nav class="settings-parts" aria-label={s("settings.parts")}>
        <ul>
          {PARTS.map((name) => (
            <li key={name}>
              <a href={`#${name}`}>{s(`settings.${name}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {inForce && inForce.locked.length > 0 && <Managed agency={inForce.agency} />}
        {PARTS.map((name) => (
          <section key={name} id={name} class="settings-part" aria-labelledby={`${name}-title`}>
            <h2 id={`${name}-title`}>{s(`settings.${name}`)}</h2>
            {parts[name]}
          </section>
        ))}
      </main>
      <Saved saving={saving} />
    </div>
  );
}

function Managed({ agency }: { agency: string | null }) {
  const s = useSettingsText();
  const title = agency === null ? s("settings.managed") : s("settings.managedBy", { agency });
  return (
    <Notice tone="plain" title={title}>
      <p>{s("settings.managedText")}</p>
    </Notice>
  );
}

/** Milliseconds that it is said of a change that it is saved; that it could not be is said until the next. */
const SAID = 4_000;

/** What became of the last change, in sight wherever the person is on the page. */
function Saved({ saving }: { saving: Saving }) {
  const t = useText();
  const s = useSettingsText();
  const [said, setSaid] = useState<Saving | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(saving), SAID);
    return () => clearTimeout(timer);
  }, [saving]);
  return (
    <div class="settings-saved" role="status">
      {saving.state === "saved" && said !== saving && <p>{s("settings.saved")}</p>}
      {saving.state === "failed" && (
        <Notice tone="care" title={s("settings.notSaved")}>
          <p>{failureText(t, saving.failure)}</p>
        </Notice>
      )}
    </div>
  );
}
