import type { Verdict } from "../../../core/verdict/verdict.ts";
import { AFTER, SOURCE_QUERIES, sourceQuery } from "../../warning-query.ts";

/** The warning page's address for a listed one, and back: "…/warning.html#https://evil.example/". */
export interface WarningAddress {
  page: string;
  of(url: string, source?: Verdict["source"]): string;
  /** The same, for a warning that follows the listed page in the tab's history: its way back is one page longer. */
  after(url: string): string;
  /** The listed address that a warning page stands for; null if this is no warning page. */
  read(url: string): string | null;
}

/** @param page the warning page's own address, without "#" */
export function warningAddress(page: string): WarningAddress {
  const queries = ["", AFTER, ...Object.values(SOURCE_QUERIES)];
  const forms = queries.map((query) => `${page}${query}#`);
  return {
    page,
    of: (url, source) => `${page}${source === undefined ? "" : sourceQuery(source)}#${url}`,
    after: (url) => `${page}${AFTER}#${url}`,
    read(url) {
      const form = forms.find((start) => url.startsWith(start));
      return form === undefined ? null : url.slice(form.length);
    },
  };
}
