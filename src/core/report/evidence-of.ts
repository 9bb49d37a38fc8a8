import type { Reason, Verdict } from "../verdict/verdict.ts";
import type { PageEvidence } from "./report.ts";

/** Most reasons of one report. */
const MOST = 40;

/** What the verdict on a page rests on, as codes for a reviewer: no host, no name and no text of the page. */
export function evidenceOf({ level, reasons }: Verdict): PageEvidence {
  const codes = reasons.flatMap(codesOf).filter((code) => code !== "nothing-known");
  return { level, reasons: [...new Set(codes)].slice(0, MOST) };
}

function codesOf(reason: Reason): string[] {
  switch (reason.code) {
    case "page-asks":
      return reason.asks.map((ask) => `page-asks:${ask}`);
    case "page-sink":
      return [`page-sink:${reason.sink}`];
    case "page-conceals":
    case "page-presses":
    case "page-host":
      return [`${reason.code}:${reason.sign}`];
    case "look-alike":
      return [`look-alike:${reason.class}`];
    case "wording":
      return [`wording:${reason.wording}`];
    case "form":
      return [`form:${reason.form}`];
    case "category":
      return [`category:${reason.category}`];
    case "listed":
      return [`listed:${reason.scope}`];
    default:
      return [reason.code];
  }
}
