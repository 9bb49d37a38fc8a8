import { browser } from "wxt/browser";
import type { Language } from "../../ui/language-of.ts";

const ID = "language";

/**
 * The content script that tells the guard which language the person has chosen, before any background runs. Content
 * scripts can't read the setting itself: storage is closed to them.
 */
export interface LanguageScript {
  /** @param language null where the guard finds the language by itself: then no page pays for the script */
  use(language: Language | null): Promise<void>;
}

export function browserLanguageScript(): LanguageScript {
  return {
    async use(language) {
      const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
      const file = language === null ? null : `language-${language}.js`;
      if ((registered?.js?.[0]?.replace(/^\//, "") ?? null) === file) return;
      if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
      if (file === null) return;
      await browser.scripting.registerContentScripts([
        // The guard's bar stands in top frames alone.
        { id: ID, js: [file], matches: ["<all_urls>"], runAt: "document_start" },
      ]);
    },
  };
}
