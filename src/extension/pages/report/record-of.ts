import { isCardNumber, readAccount } from "../../../core/contact/account.ts";
import { parseAddress } from "../../../core/host/address.ts";
import { refanged } from "../../../core/host/refanged.ts";
import { readAmount } from "../../../core/report/read-amount.ts";
import { readPhones } from "../../../core/report/read-phones.ts";
import {
  MAX_PHONES,
  MAX_REPORTED_URL_LENGTH,
  type Report,
  type ReportedAccount,
} from "../../../core/report/report.ts";
import type { ReportText } from "../../../ui/report-text.ts";
import type { Text } from "../../../ui/text.ts";
import type { ReportFields } from "./report-fields.ts";

/** What is wrong with what was filled in, by field, in words. */
export interface FieldProblems {
  url?: string;
  phones?: string;
  /** By its place in the list. */
  accounts?: Readonly<Record<number, string>>;
  lost?: string;
  happenedOn?: string;
}

/** What is not filled in but known. */
export type Circumstances = Pick<
  Report,
  "id" | "code" | "kind" | "writtenAt" | "feedVersion" | "extensionVersion"
>;

/**
 * The record of what was filled in.
 *
 * @param today ISO date by the person's own calendar
 */
export function recordOf(
  fields: ReportFields,
  circumstances: Circumstances,
  today: string,
  t: Text,
  r: ReportText,
): { ok: true; record: Report } | { ok: false; problems: FieldProblems } {
  const problems: FieldProblems = {};
  const isScam = circumstances.kind === "scam";

  const phones = readPhones(isScam ? fields.phones : "");
  if (!phones.ok) {
    problems.phones =
      phones.problem === "malformed"
        ? r("report.phonesMalformed", { text: phones.text })
        : r("report.phonesTooMany", { count: MAX_PHONES });
  }

  const accounts: ReportedAccount[] = [];
  for (const [i, { number, bank, holder }] of (isScam ? fields.accounts : []).entries()) {
    if ([number, bank, holder].every((text) => text.trim() === "")) continue;
    const account = readAccount(number);
    if (account !== null) {
      accounts.push({ number: account, bank: given(bank), holder: given(holder) });
      continue;
    }
    const problem = r(isCardNumber(number) ? "report.accountIsCard" : "report.accountMalformed");
    problems.accounts = { ...problems.accounts, [i]: problem };
  }

  const lost = isScam && fields.lost.trim() !== "" ? readAmount(fields.lost) : null;
  if (isScam && fields.lost.trim() !== "" && lost === null)
    problems.lost = r("report.lostMalformed");
  if (isScam && fields.happenedOn > today) problems.happenedOn = r("report.happenedFuture");

  const subject = (phones.ok && phones.phones.length > 0) || accounts.length > 0;
  const url = readUrl(fields, subject, isScam, t, r);
  if (!url.ok) problems.url = url.problem;

  if (!phones.ok || !url.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  const more: Omit<Report, keyof Circumstances | "version" | "url" | "note" | "contact"> = {
    form: null,
    impersonated: null,
    arrivedBy: null,
    phones: [],
    accounts: [],
    lost: null,
    happenedOn: null,
    happenedTime: null,
    commune: null,
    province: null,
    evidence: null,
    screenshot: null,
  };
  return {
    ok: true,
    record: {
      version: 2,
      ...circumstances,
      url: url.url,
      note: fields.note.trim(),
      contact: given(fields.contact),
      ...more,
      ...(isScam && {
        form: fields.form,
        impersonated: given(fields.impersonated),
        arrivedBy: fields.arrivedBy,
        phones: phones.phones,
        accounts,
        lost,
        happenedOn: given(fields.happenedOn),
        happenedTime: given(fields.happenedTime),
        commune: given(fields.commune),
        province: fields.province,
        evidence: fields.withEvidence ? fields.evidence : null,
        screenshot: fields.screenshot,
      }),
    },
  };
}

/** Without an address only where a number or an account stands in its place. */
function readUrl(
  { url, withoutQuery }: ReportFields,
  subject: boolean,
  isScam: boolean,
  t: Text,
  r: ReportText,
): { ok: true; url: string | null } | { ok: false; problem: string } {
  if (url.trim() === "" && isScam) {
    return subject ? { ok: true, url: null } : { ok: false, problem: r("report.nothingGiven") };
  }
  const parsed = parseAddress(refanged(url));
  if (!parsed.ok) return { ok: false, problem: t(`check.${parsed.problem}`) };
  const whole = parsed.address.url;
  const reported = withoutQuery ? (whole.split("?", 1)[0] ?? whole) : whole;
  return reported.length > MAX_REPORTED_URL_LENGTH
    ? { ok: false, problem: r("report.urlTooLong", { count: MAX_REPORTED_URL_LENGTH }) }
    : { ok: true, url: reported };
}

function given(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}
