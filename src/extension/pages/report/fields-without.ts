import type { Report } from "../../../core/report/report.ts";
import type { ReportFields } from "./report-fields.ts";

/** What was taken out of the record is gone from the form too: whoever changes something finds it so. */
export function fieldsWithout(fields: ReportFields, part: Partial<Report>): ReportFields {
  const without = { ...fields };
  for (const field of Object.keys(part) as (keyof Report)[]) {
    switch (field) {
      case "evidence":
        without.withEvidence = false;
        break;
      case "accounts":
        without.accounts = [];
        break;
      case "form":
      case "arrivedBy":
      case "province":
      case "screenshot":
        without[field] = null;
        break;
      case "url":
      case "note":
      case "impersonated":
      case "phones":
      case "lost":
      case "happenedOn":
      case "happenedTime":
      case "commune":
      case "contact":
        without[field] = "";
        break;
    }
  }
  return without;
}
