import { AFTER } from "../../warning-after.ts";

/** The warning page's address for a listed one, and back: "…/warning.html#https://evil.example/". */
export interface WarningAddress {
  page: string;
  of(url: string): string;
  /** The same, for a warning that follows the listed page in the tab's history: its way back is one page longer. */
  after(url: string): string;
  /** The listed address that a warning page stands for; null if this is no warning page. */
  read(url: string): string | null;
}

/** @param page the warning page's own address, without "#" */
export function warningAddress(page: string): WarningAddress {
  const forms = [`${page}#`, `${page}${AFTER}#`];
  return {
    page,
    of: (url) => `${page}#${url}`,
    after: (url) => `${page}${AFTER}#${url}`,
    read(url) {
      const form = forms.find((start) => url.startsWith(start));
      return form === undefined ? null : url.slice(form.length);
    },
  };
}
