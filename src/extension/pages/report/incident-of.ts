import { SCAM_FORMS } from "../../../content/forms.ts";
import type { Incident } from "../../../core/report/incident.ts";
import type { Report } from "../../../core/report/report.ts";
import { PROVINCES } from "../../../core/settings/province.ts";

/** What the evidence is called in a text for the police, which is Vietnamese always. */
const PICTURE = "ảnh chụp màn hình";

/** What a report tells, for the texts to the police. */
export function incidentOf(report: Report): Incident {
  const { form, note, commune, province, screenshot } = report;
  const place = [commune, PROVINCES.find(({ id }) => id === province)?.name].filter(Boolean);
  return {
    url: report.url,
    form: SCAM_FORMS.find(({ id }) => id === form)?.vi ?? null,
    story: note,
    impersonated: report.impersonated,
    arrivedBy: report.arrivedBy,
    phones: report.phones,
    accounts: report.accounts,
    lost: report.lost,
    happenedOn: report.happenedOn,
    happenedTime: report.happenedTime,
    place: place.length === 0 ? null : place.join(", "),
    evidence: screenshot === null ? [] : [PICTURE],
  };
}
