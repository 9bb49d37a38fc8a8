import { describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../../../src/core/policy/policy.ts";
import { parseAppearance } from "../../../../src/core/settings/appearance.ts";
import { PROVINCES } from "../../../../src/core/settings/province.ts";
import { DEFAULT_SETTINGS, settingsSchema } from "../../../../src/core/settings/settings.ts";
import { settingsInForce } from "../../../../src/core/settings/settings-in-force.ts";

describe("settings", () => {
  test("at first are good ones", () => {
    expect(settingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  test("know the 34 provinces by their names without diacritics", () => {
    expect(PROVINCES).toHaveLength(34);
    for (const { id, name } of PROVINCES) {
      const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d");
      expect(plain.toLowerCase().replaceAll(" ", "-").replace("thanh-pho-", "")).toBe(id);
    }
    const names = PROVINCES.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator("vi").compare));
  });

  test.each([
    { language: "fr" },
    { textSize: 2 },
    { audience: ["elderly", "cats"] },
    { province: "binh-duong" },
    { cadence: { quietHours: { from: 21, to: 24 } } },
    { notifications: "yes" },
  ])("refuse %j", (wrong) => {
    expect(settingsSchema.safeParse({ ...DEFAULT_SETTINGS, ...wrong }).success).toBe(false);
  });
});

describe("under a policy", () => {
  const agency = { ...DEFAULT_POLICY, agencyName: "Sở A", agencyPhone: "028 1234 5678" };

  test("a person's choice goes before what the agency suggests", () => {
    const policy = { ...agency, settings: { language: "en", textSize: "large" } as const };
    const { settings, locked } = settingsInForce({ language: "vi" }, policy);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, language: "vi", textSize: "large" });
    expect(locked).toEqual([]);
  });

  test("what is locked is the agency's, and the default where it says nothing", () => {
    const policy = {
      ...agency,
      settings: { language: "en" } as const,
      locked: ["language", "keepHistory"] as const,
    };
    const own = { language: "vi", keepHistory: false } as const;
    const {
      settings,
      agency: name,
      agencyPhone,
    } = settingsInForce(own, {
      ...policy,
      locked: [...policy.locked],
    });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, language: "en" });
    expect(name).toBe("Sở A");
    expect(agencyPhone).toBe("028 1234 5678");
  });
});

test.each([undefined, null, 7, "vi", {}, { language: "fr", textSize: [] }])(
  "a look that can't be read (%j) is the browser's own in normal size",
  (kept) => {
    expect(parseAppearance(kept)).toEqual({ language: "auto", textSize: "normal" });
  },
);
