import { expect, test } from "vitest";
import { readerUnder, UNKNOWN_READER } from "../../../../src/core/awareness/reader.ts";
import { DEFAULT_POLICY } from "../../../../src/core/policy/policy.ts";

const OWN = {
  profile: { ...UNKNOWN_READER.profile, sector: "education" as const, province: "hue" },
  cadence: { ...UNKNOWN_READER.cadence, monthly: false, quietHours: { from: 22, to: 6 } },
};

test("a person's own choice holds where no agency says anything", () => {
  expect(readerUnder(DEFAULT_POLICY, OWN)).toEqual(OWN);
});

test("an agency's word goes before it, part by part, also where it says no", () => {
  const cadence = { off: false, weekly: false, quietHours: { from: 0, to: 0 } };
  const policy = { ...DEFAULT_POLICY, cadence, province: "gia-lai" };
  expect(readerUnder(policy, OWN)).toEqual({
    profile: { audience: [], sector: "education", province: "gia-lai" },
    cadence: {
      off: false,
      weekly: false,
      monthly: false,
      quarterly: true,
      quietHours: { from: 0, to: 0 },
    },
  });
});
