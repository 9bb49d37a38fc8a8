import { browser } from "wxt/browser";

/** What the manifest asks for: without it neither rules nor held requests stop anything. */
const ALL_SITES = { origins: ["<all_urls>"] };

/**
 * Whether this extension may act on all sites. A person takes that away, or gives it back, in the browser's own settings:
 * "site access" in Chromium, the permissions of an add-on in Firefox.
 */
export interface SiteAccess {
  granted(): Promise<boolean>;
  /** Whether it runs in private windows too: browsers leave that off until the person allows it. */
  inPrivate(): Promise<boolean>;
  /** Must be called while the background's script first runs. */
  onChange(listener: () => void): void;
}

export function browserSiteAccess(): SiteAccess {
  return {
    granted: () => browser.permissions.contains(ALL_SITES),
    inPrivate: () => browser.extension.isAllowedIncognitoAccess(),
    onChange(listener) {
      browser.permissions.onAdded.addListener(listener);
      browser.permissions.onRemoved.addListener(listener);
    },
  };
}

/** Asks the person for access to all sites. Only in answer to a click, before anything is waited for. */
export function requestSiteAccess(): Promise<boolean> {
  return browser.permissions.request(ALL_SITES);
}
