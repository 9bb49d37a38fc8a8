import type { Address } from "../../../core/host/address.ts";
import type { Verdict } from "../../../core/verdict/verdict.ts";
import { addressOfSite } from "../../../ui/address-of-site.ts";
import { AddressView } from "../../../ui/address-view.tsx";
import { brandSpellings } from "../../../ui/brand-spellings.ts";
import { Button, buttonClass } from "../../../ui/button.tsx";
import type { MarkState } from "../../../ui/mark.tsx";
import { Notice, type NoticeTone } from "../../../ui/notice.tsx";
import { reasonTexts } from "../../../ui/reason-text.ts";
import type { Text } from "../../../ui/text.ts";
import { useText } from "../../../ui/text-context.ts";
import type { ReportPrefill } from "../report/report-prefill.ts";

/**
 * The verdict on one address: sentence, address, reasons, one thing to do. Green and a check only where an
 * organisation is known to own the site. What no list names can be reported.
 *
 * @param listMissing true if there is no list at all, so that "nothing known" would say too much
 */
export function VerdictCard({
  address,
  verdict,
  listMissing,
  report,
}: {
  address: Address;
  verdict: Verdict;
  listMissing: boolean;
  report(prefill: ReportPrefill): void;
}) {
  const t = useText();
  const { tone, mark, title, advice } = faceOf(t, verdict, listMissing);
  const dangerous =
    verdict.level === "block" || verdict.level === "warn" || verdict.source === "override";
  const real = dangerous ? addressOfSite(verdict.officialSite) : null;
  const nothingKnown = verdict.source === "unknown";
  const isListed = verdict.level === "block" || verdict.source === "override";
  const found = { url: address.url, verdict };
  return (
    <Notice tone={tone} mark={mark} title={title}>
      <AddressView address={address} names={brandSpellings(verdict)} />
      {advice !== null && <p>{advice}</p>}
      {!(listMissing && nothingKnown) && (
        <ul class="reasons small">
          {reasonTexts(t, verdict.reasons).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {real && (
        <a class={buttonClass("primary")} href={real.url} target="_blank" rel="noreferrer">
          {t("warning.toReal", { host: real.host })}
        </a>
      )}
      {dangerous && (
        <Button onClick={() => report({ ...found, way: "lost" })}>
          {t("warning.harmQuestion")}
        </Button>
      )}
      {(nothingKnown || verdict.level === "warn") && (
        <Button onClick={() => report(found)}>{t("verdict.report")}</Button>
      )}
      {isListed && verdict.source !== "agency-deny" && (
        <Button kind="quiet" onClick={() => report({ url: address.url, way: "mistake" })}>
          {t("warning.report")}
        </Button>
      )}
    </Notice>
  );
}

interface Face {
  tone: NoticeTone;
  mark: MarkState;
  title: string;
  advice: string | null;
}

function faceOf(t: Text, verdict: Verdict, listMissing: boolean): Face {
  switch (verdict.level) {
    case "block":
      return {
        tone: "stop",
        mark: "blocked",
        title: blockedTitle(t, verdict),
        advice: verdict.source === "agency-deny" ? t("warning.agencyMistake") : null,
      };
    case "warn":
      return { tone: "care", mark: "care", title: t("verdict.warn"), advice: null };
    case "official":
      return {
        tone: "verified",
        mark: "verified",
        title: t("verdict.official", { organisation: verdict.brand ?? "" }),
        advice: null,
      };
    case "none":
      return unknownFace(t, verdict, listMissing);
  }
}

function blockedTitle(t: Text, { brand, source }: Verdict): string {
  if (source === "agency-deny") return t("warning.agency");
  return brand === undefined ? t("verdict.block") : t("warning.imitates", { brand });
}

function unknownFace(t: Text, { source, reasons }: Verdict, listMissing: boolean): Face {
  if (source === "override") {
    return {
      tone: "care",
      mark: "care",
      title: t("verdict.overridden"),
      advice: t("verdict.overriddenAdvice"),
    };
  }
  if (source === "agency-allow") {
    return { tone: "plain", mark: "guarding", title: t("verdict.allowed"), advice: null };
  }
  if (listMissing) {
    return { tone: "plain", mark: "expired", title: t("verdict.noList"), advice: null };
  }
  const host = reasons.find((reason) => reason.code === "user-content");
  return {
    tone: "plain",
    mark: "guarding",
    title: host
      ? t("verdict.userContent", { organisation: host.organisation })
      : t("verdict.unknown"),
    advice: t("verdict.unknownAdvice"),
  };
}
