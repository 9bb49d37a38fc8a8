import { browser } from "wxt/browser";
import type { Appearance } from "../../core/settings/appearance.ts";
import type { Answer } from "../messages.ts";
import { appearanceBoard } from "./appearance.ts";
import { browserLanguages } from "./languages.ts";
import { warningFor } from "./warning-for.ts";

/** The few words that the guard exchanges with the background. No polyfill: this goes into every page. */
export interface GuardLink {
  ask(): Promise<Answer<"shield"> | undefined>;
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

export function guardLink(): GuardLink {
  return {
    ask: () => browser.runtime.sendMessage({ type: "shield" }),
    async askedAlready(host) {
      // Firefox keeps session storage from content scripts; its background is awake while pages load anyway.
      if (import.meta.env.FIREFOX) return false;
      const hosts = (await browser.storage.session.get(ASKED_KEY))[ASKED_KEY];
      return Array.isArray(hosts) && hosts.includes(host);
    },
    orphaned: () => browser.runtime?.id === undefined,
    languages: browserLanguages,
    chosenLanguage: async () => (await appearanceBoard().read()).language,
    warningFor,
  };
}
