import { expect, test } from "vitest";
import { DEFAULT_SETTINGS, type Settings } from "../../../../src/core/settings/settings.ts";
import {
  changedSettings,
  readSettingsFile,
  settingsFile,
} from "../../../../src/core/settings/settings-file.ts";

const CHOSEN: Settings = {
  ...DEFAULT_SETTINGS,
  language: "vi",
  audience: ["elderly", "rural"],
  province: "gia-lai",
  cadence: { ...DEFAULT_SETTINGS.cadence, quietHours: { from: 21, to: 7 } },
};

test("what is written is read again, also with the mark that some editors put in front", () => {
  const file = settingsFile(CHOSEN);
  expect(readSettingsFile(file)).toEqual({ ok: true, settings: CHOSEN });
  expect(readSettingsFile(`\uFEFF${file}`)).toEqual({ ok: true, settings: CHOSEN });
});

test("a file may hold some settings alone", () => {
  const file = JSON.stringify({
    kind: "tinhtao-settings",
    version: 1,
    settings: { textSize: "large", cadence: { weekly: false } },
  });
  const read = readSettingsFile(file);
  expect(read).toEqual({
    ok: true,
    settings: { textSize: "large", cadence: { ...DEFAULT_SETTINGS.cadence, weekly: false } },
  });
});

test.each([
  ["", "not-ours", ""],
  ["null", "not-ours", ""],
  ["[]", "not-ours", ""],
  ['{"kind":"tinhtao-settings"}', "not-ours", ""],
  ['{"kind":"tinhtao-settings","version":2,"settings":{"language":"vi"}}', "newer", ""],
  ['{"kind":"tinhtao-settings","version":1}', "wrong", ""],
  ['{"kind":"tinhtao-settings","version":1,"settings":{}}', "empty", ""],
  ['{"kind":"tinhtao-settings","version":1,"settings":{"colour":"red"}}', "empty", ""],
  [
    '{"kind":"tinhtao-settings","version":1,"settings":{"cadence":{"quietHours":{"from":25,"to":7}}}}',
    "wrong",
    "cadence.quietHours.from",
  ],
  ["x".repeat(64_001), "too-long", ""],
])("%j is refused whole, and says why", (text, problem, detail) => {
  expect(readSettingsFile(text)).toEqual({ ok: false, problem, detail });
});

test("only what differs counts as a change", () => {
  expect(changedSettings(CHOSEN, { ...CHOSEN })).toEqual([]);
  expect(
    changedSettings(CHOSEN, { language: "vi", province: null, audience: ["elderly"] }),
  ).toEqual(["audience", "province"]);
});
