import en from "../locales/en.json" with { type: "json" };
import vi from "../locales/vi.json" with { type: "json" };
import { guardMessages } from "./guard-words.ts";

/** A file of the package that is made from the interface texts. */
export interface LocaleFile {
  /** Path in the package. */
  relativeDest: string;
  contents: string;
}

/** What the manifest says through `__MSG_…__`, and the text it stands for. */
const MESSAGES = {
  name: "manifest.name",
  description: "manifest.description",
  action: "manifest.action",
} as const;

/** The browser's own locale files, so that name, description and tooltip follow its language; Vietnamese is the default. */
export function manifestLocaleFiles(): LocaleFile[] {
  return Object.entries({ vi, en }).map(([language, texts]) => ({
    relativeDest: `_locales/${language}/messages.json`,
    contents: JSON.stringify({
      ...Object.fromEntries(
        Object.entries(MESSAGES).map(([name, key]) => [name, { message: texts[key] }]),
      ),
      ...guardMessages(),
    }),
  }));
}
