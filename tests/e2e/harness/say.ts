import channelsEn from "../../../src/locales/channels/en.json" with { type: "json" };
import channelsVi from "../../../src/locales/channels/vi.json" with { type: "json" };
import checkEn from "../../../src/locales/check/en.json" with { type: "json" };
import checkVi from "../../../src/locales/check/vi.json" with { type: "json" };
import en from "../../../src/locales/en.json" with { type: "json" };
import frameEn from "../../../src/locales/frame/en.json" with { type: "json" };
import frameVi from "../../../src/locales/frame/vi.json" with { type: "json" };
import learnEn from "../../../src/locales/learn/en.json" with { type: "json" };
import learnVi from "../../../src/locales/learn/vi.json" with { type: "json" };
import reportEn from "../../../src/locales/report/en.json" with { type: "json" };
import reportVi from "../../../src/locales/report/vi.json" with { type: "json" };
import settingsEn from "../../../src/locales/settings/en.json" with { type: "json" };
import settingsVi from "../../../src/locales/settings/vi.json" with { type: "json" };
import shareEn from "../../../src/locales/share/en.json" with { type: "json" };
import shareVi from "../../../src/locales/share/vi.json" with { type: "json" };
import toldEn from "../../../src/locales/told/en.json" with { type: "json" };
import toldVi from "../../../src/locales/told/vi.json" with { type: "json" };
import vi from "../../../src/locales/vi.json" with { type: "json" };

const VI = {
  ...vi,
  ...checkVi,
  ...reportVi,
  ...frameVi,
  ...learnVi,
  ...settingsVi,
  ...toldVi,
  ...channelsVi,
  ...shareVi,
};
const EN = {
  ...en,
  ...checkEn,
  ...reportEn,
  ...frameEn,
  ...learnEn,
  ...settingsEn,
  ...toldEn,
  ...channelsEn,
  ...shareEn,
};

/**
 * What the interface says, so that a better wording breaks no test. Blanks are filled from `words`.
 *
 * @param locale Vietnamese unless told otherwise
 */
export function say(
  key: keyof typeof VI,
  words: Record<string, string | number> = {},
  locale: "vi" | "en" = "vi",
): string {
  const texts: Record<string, string | { one: string; other: string }> = locale === "vi" ? VI : EN;
  const text = texts[key] ?? "";
  const fitting = typeof text === "string" ? text : text[words.count === 1 ? "one" : "other"];
  return fitting.replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? `{${name}}`));
}
