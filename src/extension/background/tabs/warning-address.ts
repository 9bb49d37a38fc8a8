import type { Verdict } from "../../../core/verdict/verdict.ts";
import { AFTER, noticeBeside, SOURCE_QUERIES, sourceQuery } from "../../warning-query.ts";

/** The warning page's address for a listed one, and back: "…/warning.html#https://evil.example/". */
export interface WarningAddress {
  page: string;
  /** The notice's own address. */
  notice: string;
  of(url: string): string;
  /** The address of the notice in a frame. */
  inFrame(url: string, source: Verdict["source"]): string;
  /** The same, for a warning that follows the listed page in the tab's history: its way back is one page longer. */
  after(url: string): string;
  /** The listed address that a warning page or notice stands for; null if this is neither. */
  read(url: string): string | null;
}

/** @param page the warning page's own address, without "#" */
export function warningAddress(page: string): WarningAddress {
  const notice = noticeBeside(page);
  const notices = ["", ...Object.values(SOURCE_QUERIES)].map((query) => `${notice}${query}#`);
  const forms = [`${page}#`, `${page}${AFTER}#`, ...notices];
  return {
    page,
    notice,
    of: (url) => `${page}#${url}`,
    inFrame: (url, source) => `${notice}${sourceQuery(source)}#${url}`,
    after: (url) => `${page}${AFTER}#${url}`,
    read(url) {
      const form = forms.find((start) => url.startsWith(start));
      return form === undefined ? null : url.slice(form.length);
    },
  };
}
