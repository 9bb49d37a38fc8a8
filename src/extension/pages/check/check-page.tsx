import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../ui/button.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { ReportDrafts } from "../../platform/report-drafts.ts";
import type { ReportNeeds } from "../report/report-needs.ts";
import type { ReportPrefill } from "../report/report-prefill.ts";
import { ReportTab } from "../report/report-tab.tsx";
import { useStateOfBackground } from "../use-state-of-background.ts";
import type { CheckNeeds } from "./check-needs.ts";
import { CheckView } from "./check-view.tsx";
import { useCheckText } from "./use-check-text.ts";

/** Nothing is kept of what comes from a private window. */
const NO_DRAFTS: ReportDrafts = { read: async () => null, keep: async () => true };

/**
 * The check in a window of its own, for a link or a text that was chosen in a page, and for pictures.
 *
 * @param selectionId under which the background holds what was chosen; "" for an empty box
 */
export function CheckPage({
  needs,
  selectionId,
}: {
  needs: CheckNeeds & ReportNeeds & { drafts: ReportDrafts };
  selectionId: string;
}) {
  const t = useText();
  const c = useCheckText();
  const known = useStateOfBackground(needs);
  const [opened, setOpened] = useState<"waiting" | "given" | "lost">("waiting");
  const [text, setText] = useState("");
  const [isPrivate, setPrivate] = useState(false);
  const [toReport, setToReport] = useState<ReportPrefill | null>(null);
  const { ask } = needs;

  useEffect(() => {
    document.title = c("check.pageTitle");
  }, [c]);
  useEffect(() => {
    // Opened by hand, or again: nothing was chosen that could be lost.
    if (selectionId === "") return setOpened("given");
    ask({ type: "take-selection", id: selectionId }).then((asked) => {
      const selection = asked.ok ? asked.answer.selection : null;
      setText(selection?.text ?? "");
      setPrivate(selection?.isPrivate ?? false);
      setOpened(selection === null ? "lost" : "given");
    });
  }, [ask, selectionId]);

  return (
    <main class="check-page stack">
      <h1 class="check-name">
        <Mark state="guarding" size={1.5} />
        {t("app.name")}
      </h1>
      {opened === "lost" && text === "" && <Notice tone="plain" title={c("check.lost")} />}
      {toReport !== null && (
        <>
          <div>
            <Button onClick={() => setToReport(null)}>{c("check.back")}</Button>
          </div>
          <ReportTab
            prefill={toReport}
            capture={null}
            needs={
              isPrivate ? { ...needs, drafts: NO_DRAFTS, inPrivateWindow: async () => true } : needs
            }
            known={known}
          />
        </>
      )}
      {opened !== "waiting" && (
        <div hidden={toReport !== null}>
          <CheckView
            text={text}
            setText={setText}
            begin={opened === "given"}
            known={known}
            needs={needs}
            report={setToReport}
          />
        </div>
      )}
    </main>
  );
}
