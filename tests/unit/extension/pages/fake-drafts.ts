import type {
  ReportDraft,
  ReportDrafts,
} from "../../../../src/extension/platform/report-drafts.ts";

/** What outlives the popup; `kept` is what a later popup finds. */
export function fakeDrafts(): ReportDrafts & { kept: ReportDraft | null } {
  const drafts = {
    kept: null as ReportDraft | null,
    read: async () => structuredClone(drafts.kept),
    async keep(draft: ReportDraft | null) {
      drafts.kept = structuredClone(draft);
      return true;
    },
  };
  return drafts;
}
