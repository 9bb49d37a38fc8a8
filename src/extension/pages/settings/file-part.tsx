import { useRef, useState } from "preact/hooks";
import type { SettingName, Settings, SomeSettings } from "../../../core/settings/settings.ts";
import {
  changedSettings,
  MAX_FILE_LENGTH,
  type ReadSettings,
  readSettingsFile,
  settingsFile,
} from "../../../core/settings/settings-file.ts";
import { given } from "../../../core/settings/settings-in-force.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { settingNameText, settingValueText } from "../../../ui/setting-value-text.ts";
import { useSettingsText } from "../use-settings-text.ts";
import type { PartProps } from "./part-props.ts";
import type { SettingsNeeds } from "./settings-needs.ts";

const FILE_NAME = "tinh-tao-cai-dat.json";

type Read = ReadSettings | { ok: false; problem: "unreadable"; detail: string };

/** Settings out to a file, and in from one: what would change is shown before it does. */
export function FilePart({ inForce, save, needs }: PartProps & { needs: SettingsNeeds }) {
  const s = useSettingsText();
  const [read, setRead] = useState<Read | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const close = () => setRead(null);
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setRead(await readFile(file));
    // So that the same file can be chosen again.
    if (input.current) input.current.value = "";
  };
  const problem = read?.ok === false ? problemText(read) : null;
  function problemText({ problem: code, detail }: Extract<Read, { ok: false }>): string {
    const why = s(`settings.file.problem.${code}`);
    return detail === "" ? why : `${why} ${s("settings.file.wrongAt", { detail })}`;
  }
  return (
    <>
      <p>{s("settings.file.text")}</p>
      <div>
        <Button onClick={() => needs.download(FILE_NAME, settingsFile(inForce.settings))}>
          {s("settings.file.save")}
        </Button>
      </div>
      <div class="stack-tight">
        {/* The browser's own control speaks the browser's language. */}
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
        />
        <Button onClick={() => input.current?.click()}>{s("settings.file.choose")}</Button>
        <p class="field-hint">{s("settings.file.chooseHint")}</p>
        <div role="alert">{problem !== null && <Notice tone="care" title={problem} />}</div>
      </div>
      {read?.ok && (
        <Preview
          inForce={inForce}
          wanted={read.settings}
          cancel={close}
          apply={async (changes) => {
            if (await save(changes)) close();
          }}
        />
      )}
    </>
  );
}

async function readFile(file: File): Promise<Read> {
  // In UTF-8 a letter has at most four bytes.
  if (file.size > 4 * MAX_FILE_LENGTH) return { ok: false, problem: "too-long", detail: "" };
  try {
    return readSettingsFile(await file.text());
  } catch (error) {
    return { ok: false, problem: "unreadable", detail: String(error) };
  }
}

function Preview({
  inForce: { settings, locked },
  wanted,
  apply,
  cancel,
}: {
  inForce: PartProps["inForce"];
  wanted: SomeSettings;
  apply(changes: SomeSettings): Promise<void>;
  cancel(): void;
}) {
  const s = useSettingsText();
  const free = given(wanted, locked);
  const changes = changedSettings(settings, free);
  const kept = changedSettings(settings, wanted).filter((name) => locked.includes(name));
  const after: Settings = { ...settings, ...free };
  const value = (name: SettingName, of: Settings) => settingValueText(s, name, of);
  return (
    <div role="status">
      <Notice
        tone="plain"
        title={s(changes.length === 0 ? "settings.file.same" : "settings.file.changes")}
      >
        {changes.length > 0 && (
          <ul>
            {changes.map((name) => (
              <li key={name}>
                <strong>{settingNameText(s, name)}</strong>:{" "}
                {s("settings.file.fromTo", { from: value(name, settings), to: value(name, after) })}
              </li>
            ))}
          </ul>
        )}
        {kept.length > 0 && (
          <p>
            {s("settings.file.kept", {
              names: kept.map((name) => settingNameText(s, name)).join(", "),
            })}
          </p>
        )}
        <div class="row">
          {changes.length > 0 && (
            <Button kind="primary" onClick={() => apply(free)}>
              {s("settings.file.apply")}
            </Button>
          )}
          <Button onClick={cancel}>{s("settings.file.cancel")}</Button>
        </div>
      </Notice>
    </div>
  );
}
