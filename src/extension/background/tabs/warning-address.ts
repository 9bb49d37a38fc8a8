/** The warning page's address for a listed one, and back: "…/warning.html#https://evil.example/". */
export interface WarningAddress {
  page: string;
  of(url: string): string;
  /** The listed address that a warning page stands for; null if this is no warning page. */
  read(url: string): string | null;
}

/** @param page the warning page's own address, without "#" */
export function warningAddress(page: string): WarningAddress {
  return {
    page,
    of: (url) => `${page}#${url}`,
    read: (url) => (url.startsWith(`${page}#`) ? url.slice(page.length + 1) : null),
  };
}
