import { browser } from "wxt/browser";
import { type Appearance, parseAppearance } from "../../core/settings/appearance.ts";

const KEY = "appearance";

/**
 * Language and text size, where every page of ours can read them without waking the background, and hears of a change.
 * The background alone writes them; where they come from, it keeps for itself.
 */
export interface AppearanceBoard {
  read(): Promise<Appearance>;
  write(appearance: Appearance): Promise<void>;
  onChange(listener: (appearance: Appearance) => void): void;
}

export function appearanceBoard(): AppearanceBoard {
  return {
    read: async () => parseAppearance((await browser.storage.local.get(KEY))[KEY]),
    write: (appearance) => browser.storage.local.set({ [KEY]: appearance }),
    onChange(listener) {
      browser.storage.onChanged.addListener((changes, area) => {
        if (area === "local" && KEY in changes) listener(parseAppearance(changes[KEY]?.newValue));
      });
    },
  };
}
