import type { SomeSettings } from "../../core/settings/settings.ts";
import {
  given,
  type SettingsInForce,
  settingsInForce,
} from "../../core/settings/settings-in-force.ts";
import { type Language, languageOf } from "../../ui/language-of.ts";
import type { AppearanceBoard } from "../platform/appearance.ts";
import type { LanguageScript } from "../platform/language-script.ts";
import type { PolicySource } from "./policy-source.ts";
import type { Store } from "./store/store.ts";

/** What the person has set, under what his agency sets. */
export interface UserSettings {
  current(): Promise<SettingsInForce>;
  /**
   * Takes over what is said and not locked; the rest stays.
   *
   * @throws if it can't be stored: all is as before
   */
  save(changes: SomeSettings): Promise<SettingsInForce>;
  /** The language that the background speaks in badges and banners. */
  language(): Promise<Language>;
  /** The same, and whether letters are to be large. */
  look(): Promise<{ language: Language; large: boolean }>;
  /** Lets pages have the look that is in force. After each start and each change of the policy. */
  post(): Promise<void>;
}

export function createUserSettings(needs: {
  store: Store;
  policy: Pick<PolicySource, "current">;
  board: Pick<AppearanceBoard, "read" | "write">;
  languageScript: LanguageScript;
  /** BCP 47 tags of what the person is likely to read. */
  languages(): readonly string[];
}): UserSettings {
  const { store, policy, board, languageScript, languages } = needs;
  let kept: Promise<SomeSettings> | null = null;

  function own(): Promise<SomeSettings> {
    kept ??= store
      .state()
      .then(({ settings }) => settings)
      .catch((error: unknown) => {
        kept = null;
        throw error;
      });
    return kept;
  }

  async function current(): Promise<SettingsInForce> {
    return settingsInForce(await own(), await policy.current());
  }

  async function look(): Promise<{ language: Language; large: boolean }> {
    const { language, textSize } = (await current()).settings;
    return { language: languageOf(languages(), language), large: textSize === "large" };
  }

  async function post(): Promise<void> {
    const { language, textSize } = (await current()).settings;
    const found = languageOf(languages());
    const chosen = languageOf(languages(), language);
    await languageScript.use(chosen === found ? null : chosen);
    const posted = await board.read();
    if (posted.language === language && posted.textSize === textSize) return;
    await board.write({ language, textSize });
  }

  return {
    current,
    async save(changes) {
      const { locked } = await policy.current();
      await store.commit((state) => ({
        state: { ...state, settings: { ...state.settings, ...given(changes, locked) } },
      }));
      kept = null;
      await post();
      return current();
    },
    look,
    language: async () => (await look()).language,
    post,
  };
}
