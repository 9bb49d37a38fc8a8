import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { formName } from "../../../ui/form-name.ts";
import { Notice } from "../../../ui/notice.tsx";
import { shownAddress } from "../../../ui/shown-address.ts";
import { useText } from "../../../ui/text-context.ts";
import { momentText } from "../../../ui/time-text.ts";
import type { History } from "../../messages.ts";
import { failureText } from "../failure-text.ts";
import { useSettingsText } from "../use-settings-text.ts";
import { warningTitle } from "../warning/warning-title.ts";
import type { PartProps } from "./part-props.ts";
import { SettingGroup } from "./setting-group.tsx";
import type { SettingsNeeds } from "./settings-needs.ts";
import { Tick } from "./tick.tsx";
import type { KnownHistory } from "./use-history.ts";

/** Visits that are shown at once. */
const PAGE = 20;

/** What was blocked, when and why; whether it is noted at all; and the way to clear it. */
export function HistoryPart({
  inForce,
  save,
  known: { history, failure, refresh },
  needs,
}: PartProps & { known: KnownHistory; needs: SettingsNeeds }) {
  const t = useText();
  const s = useSettingsText();
  const [shown, setShown] = useState(PAGE);
  const blocked = history?.blocked ?? [];
  return (
    <>
      <SettingGroup
        title={s("settings.history.where")}
        hint={s("settings.history.text")}
        name="keepHistory"
        inForce={inForce}
      >
        <Tick
          label={s("settings.history.keep")}
          ticked={inForce.settings.keepHistory}
          turn={(on) => save({ keepHistory: on })}
        />
      </SettingGroup>
      {failure && <Notice tone="care" title={failureText(t, failure)} />}
      {history && blocked.length === 0 && <p>{s("settings.history.none")}</p>}
      {blocked.length > 0 && (
        <ul class="visits">
          {blocked.slice(0, shown).map((visit) => (
            <Visit key={`${visit.at} ${visit.host}`} visit={visit} />
          ))}
        </ul>
      )}
      {blocked.length > shown && (
        <Button onClick={() => setShown(shown + PAGE)}>{s("settings.history.more")}</Button>
      )}
      {history && (
        <Clear
          some={blocked.length + history.goneOn.length > 0}
          needs={needs}
          cleared={() => {
            setShown(PAGE);
            refresh();
          }}
        />
      )}
    </>
  );
}

function Visit({
  visit: { host, verdict, at, times, frame },
}: {
  visit: History["blocked"][number];
}) {
  const t = useText();
  const s = useSettingsText();
  const form = verdict.form === undefined ? null : formName(t.language, verdict.form);
  return (
    <li>
      <bdi class="address address-domain">{shownAddress(host)}</bdi>
      <p>
        {warningTitle(t, verdict)}
        {form !== null && ` · ${form}`}
      </p>
      <p class="small soft numbers">
        {[
          momentText(t, at),
          ...(times > 1 ? [s("settings.history.times", { count: times })] : []),
          ...(frame ? [s("settings.history.frame")] : []),
        ].join(" · ")}
      </p>
    </li>
  );
}

/** Asks once more before it clears. */
function Clear({ some, needs, cleared }: { some: boolean; needs: SettingsNeeds; cleared(): void }) {
  const t = useText();
  const s = useSettingsText();
  const [sure, setSure] = useState(false);
  const [outcome, setOutcome] = useState<string | null>(null);
  const clear = async () => {
    const asked = await needs.ask({ type: "clear-history" });
    setSure(false);
    setOutcome(asked.ok ? s("settings.history.cleared") : failureText(t, asked.failure));
    cleared();
  };
  return (
    <div class="stack-tight">
      {sure ? (
        <Question keep={() => setSure(false)} clear={clear} />
      ) : (
        some && (
          <div>
            <Button
              onClick={() => {
                setOutcome(null);
                setSure(true);
              }}
            >
              {s("settings.history.clear")}
            </Button>
          </div>
        )
      )}
      <p role="status">{outcome}</p>
    </div>
  );
}

function Question({ keep, clear }: { keep(): void; clear(): void }) {
  const s = useSettingsText();
  const words = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: reading goes on at the question.
  useLayoutEffect(() => words.current?.focus(), []);
  return (
    <div class="row">
      <p ref={words} tabIndex={-1}>
        {s("settings.history.sure")}
      </p>
      <Button onClick={keep}>{s("settings.history.keepIt")}</Button>
      <Button onClick={clear}>{s("settings.history.doClear")}</Button>
    </div>
  );
}
