import { useMemo, useState } from "preact/hooks";
import type { Address } from "../../../core/host/address.ts";
import type { Verdict } from "../../../core/verdict/verdict.ts";
import { addressOfSite } from "../../../ui/address-of-site.ts";
import { AddressView } from "../../../ui/address-view.tsx";
import { brandSpellings } from "../../../ui/brand-spellings.ts";
import { Button, buttonClass } from "../../../ui/button.tsx";
import { later } from "../../../ui/later.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { reasonTexts } from "../../../ui/reason-text.ts";
import type { Key } from "../../../ui/text.ts";
import { useText } from "../../../ui/text-context.ts";
import { useStateOfBackground } from "../use-state-of-background.ts";
import { DetailsPanel } from "./details-panel.tsx";
import { FocusedTitle } from "./focused-title.tsx";
import { HelpPanel } from "./help-panel.tsx";
import { OverrideStep } from "./override-step.tsx";
import type { WarningNeeds } from "./warning-needs.ts";
import { warningTitle } from "./warning-title.ts";

/** Most warnings are read and left. */
const ReportForm = later(async () => (await import("../report/report-form.tsx")).ReportForm);

type Panel = "help" | "lost" | "report" | "details" | "override";

/** A listed address: what happened, why, the way to the real site, and help; going on lies behind a second step. */
export function BlockedView({
  address,
  verdict,
  needs,
}: {
  address: Address;
  verdict: Verdict;
  needs: WarningNeeds;
}) {
  const t = useText();
  const known = useStateOfBackground(needs);
  const [open, setOpen] = useState<Panel | null>(null);
  const warned = verdict.level === "warn";
  const real = useMemo(() => addressOfSite(verdict.officialSite), [verdict]);
  const names = useMemo(() => brandSpellings(verdict), [verdict]);
  // Nobody who reads reports can change what an agency denies.
  const denied = verdict.source === "agency-deny";
  // Until the background has said that going on is allowed, it is not offered; to what an agency denies it never is.
  const override = known.state?.override.allowed === true && !denied ? known.state.override : null;

  const opener = (panel: Panel, label: Key) => (
    <Button
      kind="quiet"
      aria-expanded={open === panel}
      aria-controls={`panel-${panel}`}
      onClick={() => setOpen(open === panel ? null : panel)}
    >
      {t(label)}
    </Button>
  );

  return (
    <main class={`warning warning-${verdict.level}`}>
      <p class="warning-head">
        <Mark state={warned ? "care" : "blocked"} />
        {t(warned ? "warning.warned" : "warning.blocked")}
      </p>

      <FocusedTitle>{warningTitle(t, verdict)}</FocusedTitle>

      <dl class="warning-addresses">
        <div class="address-false">
          <dt>{t("address.yours")}</dt>
          <dd>
            <AddressView address={address} names={names} />
          </dd>
        </div>
        {real && (
          <div class="address-real">
            <dt>{t("address.real")}</dt>
            <dd>
              <AddressView address={real} />
            </dd>
          </div>
        )}
      </dl>

      <section class="stack-tight">
        <h2>{t(warned ? "warning.whyWarned" : "warning.whyBlocked")}</h2>
        <ul class="stack-tight">
          {reasonTexts(t, verdict.reasons).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>

      {denied && <p>{t("warning.agencyMistake")}</p>}

      <div class="row warning-ways">
        {real ? (
          <a class={buttonClass("primary")} href={real.url} rel="noreferrer">
            {t("warning.toReal", { host: real.host })}
          </a>
        ) : (
          <Button kind="primary" onClick={needs.close}>
            {t("general.close")}
          </Button>
        )}
        <Button onClick={needs.back}>{t("general.back")}</Button>
      </div>

      <div class="warning-help">
        <button
          type="button"
          class="help-button"
          aria-expanded={open === "help"}
          aria-controls="panel-help"
          onClick={() => setOpen(open === "help" ? null : "help")}
        >
          <span>{t("warning.harmQuestion")}</span>
          <span class="help-action">{t("warning.harmAction")}</span>
        </button>
        <div id="panel-help" hidden={open !== "help"}>
          {open === "help" && (
            <HelpPanel
              brand={verdict.brand ?? null}
              ask={needs.ask}
              report={() => setOpen("lost")}
            />
          )}
        </div>
        {open === "lost" && (
          <ReportForm
            way="lost"
            prefill={{ url: address.url, verdict }}
            needs={needs}
            known={known}
          />
        )}
      </div>

      <footer class="warning-foot">
        <div class="row">
          {!denied && opener("report", "warning.report")}
          {opener("details", "warning.details")}
          {override && opener("override", "warning.goOn")}
        </div>
        <div id="panel-report" hidden={open !== "report"}>
          {open === "report" && (
            <ReportForm way="mistake" prefill={{ url: address.url }} needs={needs} known={known} />
          )}
        </div>
        <div id="panel-details" hidden={open !== "details"}>
          {open === "details" && (
            <DetailsPanel
              address={address}
              verdict={verdict}
              list={known.state?.list ?? null}
              now={needs.now()}
            />
          )}
        </div>
        {override && (
          <div id="panel-override" hidden={open !== "override"}>
            {open === "override" && (
              <OverrideStep
                address={address}
                verdict={verdict}
                minutes={override.minutes}
                ask={needs.ask}
                open={needs.open}
                stay={() => setOpen(null)}
              />
            )}
          </div>
        )}
      </footer>
    </main>
  );
}
