import type { Address } from "../../../core/host/address.ts";
import { addressParts } from "../../../core/host/address-parts.ts";
import type { Verdict } from "../../../core/verdict/verdict.ts";
import { useText } from "../../../ui/text-context.ts";
import { ageText, dayText } from "../../../ui/time-text.ts";
import type { ListState } from "../../messages.ts";
import { FocusedTitle } from "./focused-title.tsx";

/** Longest address that is shown whole. */
const LONGEST_SHOWN = 2_000;

/** The very entry that fired, and the list it stands in: what a help desk or a reviewer asks for. */
export function DetailsPanel({
  address,
  verdict,
  list,
  now,
}: {
  address: Address;
  verdict: Verdict;
  list: ListState | null;
  now: number;
}) {
  const t = useText();
  const listed = verdict.reasons.find((reason) => reason.code === "listed");
  const denied = verdict.reasons.find((reason) => reason.code === "agency-deny");
  const entry = listed?.entry ?? denied?.entry;
  const { asciiHost } = addressParts(address, null);
  const checkedAt = list?.confirmedAt ?? list?.madeAt ?? null;
  const { url } = address;
  return (
    <section class="panel stack">
      <FocusedTitle level={2}>{t("warning.details")}</FocusedTitle>
      <dl class="facts numbers">
        {entry !== undefined && (
          <>
            <dt>{t("details.entry")}</dt>
            <dd class="address">{entry}</dd>
          </>
        )}
        {verdict.scope && (
          <>
            <dt>{t("details.scope")}</dt>
            <dd>{t(`details.scope.${verdict.scope}`)}</dd>
          </>
        )}
        {listed && (
          <>
            <dt>{t("details.publisher")}</dt>
            <dd>{listed.publisher}</dd>
          </>
        )}
        {verdict.listedSince !== undefined && (
          <>
            <dt>{t("details.since")}</dt>
            <dd>{dayText(t, verdict.listedSince)}</dd>
          </>
        )}
        <dt>{t("details.version")}</dt>
        <dd>
          {verdict.feedVersion === 0 ? t("list.versionPackaged") : String(verdict.feedVersion)}
        </dd>
        {checkedAt !== null && (
          <>
            <dt>{t("details.age")}</dt>
            <dd>{ageText(t, now - checkedAt)}</dd>
          </>
        )}
        <dt>{t("details.address")}</dt>
        <dd>
          <bdi class="address" dir="ltr">
            {url.slice(0, LONGEST_SHOWN)}
          </bdi>
          {url.length > LONGEST_SHOWN && <> {t("details.truncated", { count: url.length })}</>}
        </dd>
        {asciiHost !== null && (
          <>
            <dt>{t("details.ascii")}</dt>
            <dd class="address">{asciiHost}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
