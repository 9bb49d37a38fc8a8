import { expect, test } from "vitest";
import {
  type BadgeState,
  createTabBadges,
} from "../../../../../src/extension/background/tabs/tab-badges.ts";
import type { BadgeLook } from "../../../../../src/extension/platform/badge.ts";
import type { Language } from "../../../../../src/ui/language-of.ts";

function marked(language: Language) {
  const shown: [number | null, BadgeLook][] = [];
  const badge = { show: async (...given: [number | null, BadgeLook]) => void shown.push(given) };
  return { shown, badges: createTabBadges(badge, async () => language) };
}

test.each<[BadgeState, string, string, string]>([
  ["blocked", "✕", "Tỉnh Táo đã chặn trang này", "Tỉnh Táo has blocked this page"],
  ["warned", "!", "Tỉnh Táo: hãy cẩn thận với trang này", "Tỉnh Táo: take care with this site"],
  ["official", "✓", "Tỉnh Táo: trang chính thức", "Tỉnh Táo: an official site"],
])("the mark of a tab that is %s speaks the person's language", async (state, sign, inVi, inEn) => {
  for (const [language, title] of [
    ["vi", inVi],
    ["en", inEn],
  ] as const) {
    const { shown, badges } = marked(language);
    await badges.mark(7, state);
    expect(shown).toMatchObject([[7, { text: sign, title }]]);
  }
});

test.each([
  ["fresh", null, 0, ""],
  ["stale", null, 0, ""],
  ["expired", null, 0, "?"],
  ["none", null, 0, "?"],
  ["fresh", "site-access", 0, "?"],
  ["fresh", null, 1, "●"],
  ["expired", null, 1, "?"],
] as const)(
  "tabs without a mark of their own show a list that is %s (problem: %s, urgent alerts: %i) as «%s»",
  async (freshness, code, alerts, sign) => {
    const { shown, badges } = marked("vi");
    await badges.markAll({ freshness, problem: code && { code, detail: "", at: 0 } }, alerts);
    expect(shown).toMatchObject([[null, { text: sign }]]);
  },
);

test("no mark calls a page a scam: an agency may deny what is none", async () => {
  for (const language of ["vi", "en"] as const) {
    const { shown, badges } = marked(language);
    await badges.mark(7, "blocked");
    expect(shown[0]?.[1].title).not.toMatch(/lừa đảo|scam/i);
  }
});
