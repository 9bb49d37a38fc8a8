import { beforeEach, expect, test } from "vitest";
import { DEFAULT_POLICY, type Policy } from "../../../../src/core/policy/policy.ts";
import { DEFAULT_SETTINGS } from "../../../../src/core/settings/settings.ts";
import { openStore, type Store } from "../../../../src/extension/background/store/store.ts";
import { createUserSettings } from "../../../../src/extension/background/user-settings.ts";
import { fakeBoard, fakeLanguageScript } from "./fakes/fake-platform.ts";
import { freshDatabase } from "./fakes/workshop.ts";

let store: Store;
let policy: Policy;
let board: ReturnType<typeof fakeBoard>;
let languageScript: ReturnType<typeof fakeLanguageScript>;

beforeEach(async () => {
  freshDatabase();
  store = await openStore();
  policy = DEFAULT_POLICY;
  board = fakeBoard();
  languageScript = fakeLanguageScript();
});

/** As a background that has just started has them. */
const settingsNow = () =>
  createUserSettings({
    store,
    policy: { current: async () => policy },
    board,
    languageScript,
    languages: () => ["en-US", "vi"],
  });

test("what was never set is the default, and the language is the browser's", async () => {
  const settings = settingsNow();
  expect(await settings.current()).toEqual({
    settings: DEFAULT_SETTINGS,
    locked: [],
    agency: null,
    agencyPhone: null,
  });
  expect(await settings.language()).toBe("vi");
});

test("what is set holds at once, is seen by pages, and outlives the background", async () => {
  const settings = settingsNow();
  await settings.save({ language: "en" });
  await settings.save({ textSize: "large", province: "gia-lai" });
  expect(await settings.language()).toBe("en");
  expect(await board.read()).toEqual({ language: "en", textSize: "large" });
  expect((await settingsNow().current()).settings).toEqual({
    ...DEFAULT_SETTINGS,
    language: "en",
    textSize: "large",
    province: "gia-lai",
  });
});

test("what the agency has locked stays, also later when it is open again", async () => {
  policy = { ...DEFAULT_POLICY, settings: { language: "en" }, locked: ["language"] };
  const settings = settingsNow();
  const saved = await settings.save({ language: "vi", textSize: "large" });
  expect(saved.settings).toMatchObject({ language: "en", textSize: "large" });
  policy = DEFAULT_POLICY;
  expect((await settings.current()).settings.language).toBe("auto");
});

test("pages get the agency's look, and nothing is written where nothing changed", async () => {
  const settings = settingsNow();
  await settings.post();
  expect(board.writes).toBe(0);
  policy = { ...DEFAULT_POLICY, settings: { textSize: "large" } };
  await settings.post();
  await settings.post();
  expect(await board.read()).toEqual({ language: "auto", textSize: "large" });
  expect(board.writes).toBe(1);
});

test("the guard is told the language only where it would speak another by itself", async () => {
  const settings = settingsNow();
  await settings.save({ language: "en" });
  expect(languageScript.language).toBe("en");
  await settings.save({ language: "vi" });
  expect(languageScript.language).toBeNull();
  policy = { ...DEFAULT_POLICY, settings: { language: "en" }, locked: ["language"] };
  await settings.post();
  expect(languageScript.language).toBe("en");
});

test("a disk that is full leaves all as it was", async () => {
  const settings = settingsNow();
  await settings.save({ language: "en" });
  const commit = store.commit;
  store.commit = async () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  await expect(settings.save({ language: "vi" })).rejects.toThrow("full");
  store.commit = commit;
  expect(await settings.language()).toBe("en");
  expect((await board.read()).language).toBe("en");
});
