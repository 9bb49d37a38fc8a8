import type { ComponentChildren } from "preact";
import { parseAddress } from "../../../core/host/address.ts";
import { AddressView } from "../../../ui/address-view.tsx";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useText } from "../../../ui/text-context.ts";
import type { TabVerdict } from "../../messages.ts";
import type { Asked } from "../ask-background.ts";
import { failureText } from "../failure-text.ts";
import { LiveOverrides } from "../live-overrides.tsx";
import type { PageNeeds } from "../page-needs.ts";
import type { ReportPrefill } from "../report/report-prefill.ts";
import type { KnownState } from "../use-state-of-background.ts";
import { type Standing, standing } from "./standing.ts";
import { VerdictCard } from "./verdict-card.tsx";

/** States of the list that people should hear of without asking. */
const WORTH_SAYING: ReadonlySet<Standing> = new Set(["none", "expired", "problem", "unenforced"]);

/** What is known of the site in the tab, the frames that were stopped in it, and overrides that still run. */
export function SiteTab({
  tabVerdict,
  known,
  needs,
  report,
  openList,
  changed,
  children,
}: {
  tabVerdict: Asked<TabVerdict> | null;
  known: KnownState;
  needs: PageNeeds;
  report(prefill: ReportPrefill): void;
  openList(): void;
  changed(): void;
  /** What comes below. */
  children?: ComponentChildren;
}) {
  const t = useText();
  const stand = standing(known);
  return (
    <div class="stack">
      {WORTH_SAYING.has(stand) && (
        <Notice tone="care" title={t(`list.state.${stand}`)}>
          <Button onClick={openList}>{t("warning.details")}</Button>
        </Notice>
      )}
      {known.state && known.state.policyProblems.length > 0 && (
        <Notice tone="care" title={t("site.policyProblem")} />
      )}
      {tabVerdict === null ? (
        <p class="soft" role="status">
          {t("general.loading")}
        </p>
      ) : tabVerdict.ok ? (
        <ThisSite tab={tabVerdict.answer} known={known} report={report} />
      ) : (
        <Notice tone="care" title={failureText(t, tabVerdict.failure)} live />
      )}
      <LiveOverrides needs={needs} changed={changed} />
      {children}
    </div>
  );
}

function ThisSite({
  tab,
  known,
  report,
}: {
  tab: TabVerdict;
  known: KnownState;
  report(prefill: ReportPrefill): void;
}) {
  const t = useText();
  const parsed = tab.url === null ? null : parseAddress(tab.url);
  if (!parsed?.ok || tab.verdict === null) {
    return (
      <Notice tone="plain" title={t("verdict.browserPage")}>
        <p>{t("verdict.browserPageText")}</p>
      </Notice>
    );
  }
  return (
    <>
      {tab.blockedFrames.length > 0 && (
        <Notice tone="care" title={t("site.frames", { count: tab.blockedFrames.length })}>
          <p>{t("site.framesText")}</p>
          <ul class="plain-list small">
            {[...new Set(tab.blockedFrames)].map((url) => (
              <li key={url}>
                <FrameAddress url={url} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <VerdictCard
        address={parsed.address}
        verdict={tab.verdict}
        listMissing={known.state?.list.freshness === "none"}
        report={report}
      />
    </>
  );
}

function FrameAddress({ url }: { url: string }) {
  const parsed = parseAddress(url);
  return parsed.ok ? <AddressView address={parsed.address} /> : null;
}
