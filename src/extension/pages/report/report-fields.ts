import { evidenceOf } from "../../../core/report/evidence-of.ts";
import { guessForm } from "../../../core/report/guess-form.ts";
import { MAX_NOTE_LENGTH } from "../../../core/report/report.ts";
import type { ReportDraft } from "../../platform/report-drafts.ts";
import type { ReportPrefill } from "./report-prefill.ts";

/** What a person fills in. */
export type ReportFields = Omit<ReportDraft, "id" | "code" | "way">;

export const EMPTY_FIELDS: ReportFields = {
  url: "",
  withoutQuery: false,
  form: null,
  formGuessed: false,
  note: "",
  impersonated: "",
  arrivedBy: null,
  phones: "",
  accounts: [],
  lost: "",
  happenedOn: "",
  happenedTime: "",
  commune: "",
  province: null,
  contact: "",
  evidence: null,
  withEvidence: true,
  screenshot: null,
};

/** The fields with what is known already; what is guessed can be corrected. */
export function fieldsFrom({ url, verdict, phone, account, text }: ReportPrefill): ReportFields {
  const form = verdict === undefined ? null : guessForm(verdict);
  const evidence = verdict === undefined ? null : evidenceOf(verdict);
  return {
    ...EMPTY_FIELDS,
    url: url ?? "",
    form,
    formGuessed: form !== null,
    evidence: evidence !== null && evidence.reasons.length > 0 ? evidence : null,
    impersonated: verdict?.level === "official" ? "" : (verdict?.brand ?? ""),
    note: text?.slice(0, MAX_NOTE_LENGTH) ?? "",
    phones: phone ?? "",
    accounts: account ? [{ bank: "", holder: "", ...account }] : [],
  };
}
