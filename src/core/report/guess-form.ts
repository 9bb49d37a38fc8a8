import type { Reason, Verdict } from "../verdict/verdict.ts";
import { formOfName } from "./form-of-name.ts";

/** Signs that point to one form of scam, the telling ones first. Ids of src/content. */
const SIGNS: readonly (readonly [sign: string, form: string])[] = [
  ["page-presses:money-recovery", "money-recovery-service"],
  ["page-presses:paid-task", "online-task-job"],
  ["wording:task-pay", "online-task-job"],
  ["page-presses:guaranteed-return", "fake-investment"],
  ["wording:return", "fake-investment"],
  ["page-presses:easy-credit", "fake-lender-bank"],
  ["category:gambling", "gambling-black-credit-links"],
  ["wording:gambling", "gambling-black-credit-links"],
  ["page-asks:remote-control", "remote-control-app"],
  ["wording:threat-arrest", "fake-police-court"],
];
/** A site that bears another's name is at least this, where the name tells no more. */
const BORROWED_NAME = "fake-agency-website";

/** The form of scam that a verdict points to, for the person to correct; null if it points to none. */
export function guessForm({ form, reasons }: Verdict): string | null {
  if (form !== undefined) return form;
  const signs = new Set(reasons.flatMap(signsOf));
  const found = SIGNS.find(([sign]) => signs.has(sign))?.[1];
  if (found !== undefined) return found;
  const borrowed = reasons.flatMap((reason) => borrowedName(reason) ?? []);
  if (borrowed.length === 0) return null;
  return borrowed.map(formOfName).find((known) => known !== null) ?? BORROWED_NAME;
}

function signsOf(reason: Reason): string[] {
  switch (reason.code) {
    case "page-presses":
      return [`page-presses:${reason.sign}`];
    case "page-asks":
      return reason.asks.map((ask) => `page-asks:${ask}`);
    case "wording":
      return [`wording:${reason.wording}`];
    case "category":
      return [`category:${reason.category}`];
    default:
      return [];
  }
}

function borrowedName(reason: Reason): string | null {
  switch (reason.code) {
    case "imitates":
    case "brand-elsewhere":
    case "look-alike":
      return reason.brand;
    case "page-identity":
      return reason.name;
    default:
      return null;
  }
}
