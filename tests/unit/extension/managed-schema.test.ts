import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { policySchema } from "../../../src/core/policy/policy.ts";
import { SETTING_NAMES } from "../../../src/core/settings/settings.ts";

const { properties } = JSON.parse(readFileSync("assets/managed-schema.json", "utf8"));

test("Chromium passes on every setting that a policy may have, and no other", () => {
  expect(Object.keys(properties).sort()).toEqual(Object.keys(policySchema.shape).sort());
  expect(Object.keys(properties.settings.properties).sort()).toEqual([...SETTING_NAMES].sort());
});
