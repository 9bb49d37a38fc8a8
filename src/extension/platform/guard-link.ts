import type { browser } from "wxt/browser";
import type { Appearance } from "../../core/settings/appearance.ts";
import type { Answer } from "../messages.ts";
import { readAppearance } from "./appearance.ts";
import { browserLanguages } from "./languages.ts";
import { warningFor } from "./warning-for.ts";

/**
 * The name under which both browsers have the API, promises and all. Not WXT's: that looks at it when the script is
 * loaded, and the first look in a page costs 0.4 ms (Chromium 156), which most pages need never spend.
 */
declare const chrome: typeof browser;

/** The few words that the guard exchanges with the background. No polyfill: this goes into every page. */
export interface GuardLink {
  /** @param url address of this document, or the one that it came with */
  ask(url: string): Promise<Answer<"shield"> | undefined>;
  /** True if the background was asked about this host since the list last changed. Wakes nothing. */
  askedAlready(host: string): Promise<boolean>;
  /** True once the extension that this script belongs to was replaced, disabled or removed: nobody answers any more. */
  orphaned(): boolean;
  /** BCP 47 tags of what the person is likely to read. */
  languages(): readonly string[];
  /** The language that the person chose. */
  chosenLanguage(): Promise<Appearance["language"]>;
  /** Address of the warning page, for a document of this extension's content scripts. */
  warningFor(url: string): string;
}

export const ASKED_KEY = "asked";
/** The background alone writes it. */
type Asked = { [ASKED_KEY]?: string[] };

export function guardLink(): GuardLink {
  return {
    ask: (url) => chrome.runtime.sendMessage({ type: "shield", url }),
    async askedAlready(host) {
      // Firefox keeps session storage from content scripts; its background is awake while pages load anyway.
      if (import.meta.env.FIREFOX) return false;
      try {
        const { [ASKED_KEY]: hosts } = await chrome.storage.session.get<Asked>(ASKED_KEY);
        return hosts?.includes(host) === true;
      } catch (error) {
        // A browser that starts has not opened it yet.
        console.debug(error);
        return false;
      }
    },
    orphaned: () => chrome.runtime?.id === undefined,
    languages: browserLanguages,
    chosenLanguage: async () => (await readAppearance()).language,
    warningFor,
  };
}
