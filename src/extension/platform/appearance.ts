import type { browser } from "wxt/browser";
import { type Appearance, parseAppearance } from "../../core/settings/appearance.ts";

/** See guard-link.ts: for scripts that must not look at the API when they start. */
declare const chrome: typeof browser;

const KEY = "appearance";

/**
 * Language and text size, where every page and content script of ours can read them without waking the background, and
 * hears of a change. The background alone writes them; where they come from, it keeps for itself.
 */
export interface AppearanceBoard {
  read(): Promise<Appearance>;
  write(appearance: Appearance): Promise<void>;
  onChange(listener: (appearance: Appearance) => void): void;
}

/** Alone and unparsed, for the guard, which goes into every page and asks for the language only. */
export async function readLanguage(): Promise<unknown> {
  const { [KEY]: kept } = await chrome.storage.local.get<{ [KEY]?: Partial<Appearance> }>(KEY);
  return kept?.language;
}

export function appearanceBoard(): AppearanceBoard {
  return {
    read: async () => parseAppearance((await chrome.storage.local.get(KEY))[KEY]),
    write: (appearance) => chrome.storage.local.set({ [KEY]: appearance }),
    onChange(listener) {
      chrome.storage.onChanged.addListener((changes, area) => {
        if (area === "local" && KEY in changes) listener(parseAppearance(changes[KEY]?.newValue));
      });
    },
  };
}
