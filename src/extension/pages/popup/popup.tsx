import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { later } from "../../../ui/later.tsx";
import { Tabs, tabPanel } from "../../../ui/tabs.tsx";
import { useText } from "../../../ui/text-context.ts";
import { useToldText } from "../../../ui/told-text.ts";
import type { TabVerdict } from "../../messages.ts";
import type { Asked } from "../ask-background.ts";
import type { ReportPrefill } from "../report/report-prefill.ts";
import { useStateOfBackground } from "../use-state-of-background.ts";
import { ListPanel } from "./list-panel.tsx";
import { PopupHeader } from "./popup-header.tsx";
import type { PopupNeeds } from "./popup-needs.ts";
import { SiteTab } from "./site-tab.tsx";
import { TabIcon, type TabName } from "./tab-icon.tsx";
import { AlertsTab } from "./told/alerts-tab.tsx";
import { LearnTab } from "./told/learn-tab.tsx";
import { News } from "./told/news.tsx";
import { useTold } from "./told/use-told.ts";

/** Most openings of the popup never show these. */
const CheckView = later(async () => (await import("../check/check-view.tsx")).CheckView);
const ReportTab = later(async () => (await import("../report/report-tab.tsx")).ReportTab);

const TABS = ["site", "alerts", "check", "report", "learn"] as const satisfies TabName[];

/** The popup: header with the list's state, one of the tabs, the bar of tabs. The shell stands before any answer. */
export function Popup({ needs }: { needs: PopupNeeds }) {
  const t = useText();
  const tTold = useToldText();
  const known = useStateOfBackground(needs);
  const [, openedTab, openedAlert] = needs.place.split("/");
  const [tab, setTab] = useState<TabName>(TABS.find((name) => name === openedTab) ?? "site");
  const [alertId, setAlertId] = useState<string | null>(openedAlert ?? null);
  const [listOpen, setListOpen] = useState(false);
  const [tabVerdict, setTabVerdict] = useState<Asked<TabVerdict> | null>(null);
  const [toReport, setToReport] = useState<ReportPrefill | null>(null);
  const [toCheck, setToCheck] = useState("");
  const [changes, setChanges] = useState(0);
  const { ask, tabId } = needs;
  const [painted, setPainted] = useState(false);
  const told = useTold(needs, known, painted);

  useLayoutEffect(() => {
    tabId()
      .then(async (id): Promise<Asked<TabVerdict>> => {
        if (id === null) {
          return { ok: true, answer: { url: null, verdict: null, blockedFrames: [] } };
        }
        return ask({ type: "tab-verdict", tabId: id });
      })
      .catch((error: unknown): Asked<TabVerdict> => {
        const detail = error instanceof Error ? error.message : String(error);
        return { ok: false, failure: { code: "refused", detail } };
      })
      .then(setTabVerdict);
  }, [ask, tabId, changes]);

  // Effects come after the paint.
  useEffect(() => {
    if (tabVerdict !== null) setPainted(true);
  }, [tabVerdict]);

  const choose = (name: TabName) => {
    setTab(name);
    setListOpen(false);
    setAlertId(null);
  };
  const openAlert = (id: string) => {
    choose("alerts");
    setAlertId(id);
  };
  const report = (prefill: ReportPrefill) => {
    setToReport(prefill);
    choose("report");
  };
  const prefill = toReport ?? (tabVerdict?.ok ? prefillOf(tabVerdict.answer) : {});

  const news =
    told.unseen > 0
      ? { count: told.unseen, words: tTold("told.newCount", { count: told.unseen }) }
      : null;

  const content = useRef<HTMLElement>(null);
  // What is shown anew begins at its top; in a low popup all of it scrolls.
  useLayoutEffect(() => {
    for (const part of [content.current, content.current?.parentElement]) {
      if (part) part.scrollTop = 0;
    }
  }, [tab, listOpen]);

  return (
    <div class="popup">
      <PopupHeader
        known={known}
        now={needs.now()}
        open={listOpen}
        toggle={() => setListOpen(!listOpen)}
        openSettings={needs.openSettings}
      />
      <main class="popup-content" ref={content}>
        {listOpen ? (
          <div id="list-panel">
            <ListPanel known={known} needs={needs} close={() => setListOpen(false)} />
          </div>
        ) : (
          <div key={tab} {...tabPanel(tab)}>
            {tab === "site" && (
              <SiteTab
                tabVerdict={tabVerdict}
                known={known}
                needs={needs}
                report={report}
                openList={() => setListOpen(true)}
                changed={() => setChanges(changes + 1)}
              >
                <News told={told} openAlert={openAlert} />
              </SiteTab>
            )}
            {tab === "alerts" && <AlertsTab told={told} needs={needs} opened={alertId} />}
            {tab === "check" && (
              <CheckView
                text={toCheck}
                setText={setToCheck}
                known={known}
                needs={needs}
                report={report}
              />
            )}
            {tab === "report" && (
              <ReportTab
                prefill={prefill}
                capture={isShown(prefill.url, tabVerdict) ? needs.capture : null}
                needs={needs}
                known={known}
              />
            )}
            {tab === "learn" && <LearnTab told={told} />}
          </div>
        )}
      </main>
      <p class="hearing-only" role="status">
        {news?.words}
      </p>
      <nav class="popup-bar">
        <Tabs
          label={t("popup.tabs")}
          chosen={listOpen ? null : tab}
          onChoose={choose}
          items={TABS.map((id) => ({
            id,
            label: t(`popup.tab.${id}`),
            icon: <TabIcon name={id} />,
            news: id === "alerts" ? news : null,
          }))}
        />
      </nav>
    </div>
  );
}

/** The page in the tab. */
function prefillOf({ url, verdict }: TabVerdict): ReportPrefill {
  return { ...(url !== null && { url }), ...(verdict !== null && { verdict }) };
}

/** True if the tab shows this very page, and not a warning in its place. */
function isShown(url: string | undefined, asked: Asked<TabVerdict> | null): boolean {
  if (url === undefined || !asked?.ok) return false;
  return asked.answer.url === url && asked.answer.verdict?.level !== "block";
}
