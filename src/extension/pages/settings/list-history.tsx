import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import { momentText } from "../../../ui/time-text.ts";
import { failureText } from "../failure-text.ts";
import { useSettingsText } from "../use-settings-text.ts";
import type { KnownHistory } from "./use-history.ts";

/** Lists that are shown; more are of no use to anybody. */
const SHOWN = 20;

/** Which lists came when. */
export function ListHistory({ known: { history, failure } }: { known: KnownHistory }) {
  const t = useText();
  const s = useSettingsText();
  if (failure) return <Notice tone="care" title={failureText(t, failure)} />;
  if (history === null) return null;
  if (history.lists.length === 0) return <p>{s("settings.lists.none")}</p>;
  return (
    <details>
      <summary>{s("settings.lists")}</summary>
      <ul class="visits numbers">
        {history.lists.slice(0, SHOWN).map(({ version, entries, at }) => (
          <li key={`${at} ${version}`}>
            <p>{momentText(t, at)}</p>
            <p class="small soft">
              {s("settings.lists.row", {
                version: version === 0 ? t("list.versionPackaged") : String(version),
                count: entries,
              })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
