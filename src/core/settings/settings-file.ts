import * as z from "zod/mini";
import {
  SETTING_NAMES,
  type SettingName,
  type Settings,
  type SomeSettings,
  someSettingsSchema,
} from "./settings.ts";

/** What a file of settings says of itself, so that no other JSON is taken for one. */
const KIND = "tinhtao-settings";
const VERSION = 1;

/** Longest file that is read, in characters; ours have a few hundred. */
export const MAX_FILE_LENGTH = 64_000;

const headSchema = z.object({ kind: z.literal(KIND), version: z.int() });
const fileSchema = z.object({ settings: someSettingsSchema });

/** The settings as a file that another browser can take over. Nothing of what was visited or blocked is in it. */
export function settingsFile(settings: Settings): string {
  return `${JSON.stringify({ kind: KIND, version: VERSION, settings }, null, 2)}\n`;
}

export type ReadSettings =
  | { ok: true; settings: SomeSettings }
  /** `detail` names the setting that is wrong, for whoever made the file; empty where there is none. */
  | { ok: false; problem: "too-long" | "not-ours" | "newer" | "wrong" | "empty"; detail: string };

/** Reads what settingsFile wrote. A file with anything wrong in it is refused whole. */
export function readSettingsFile(text: string): ReadSettings {
  if (text.length > MAX_FILE_LENGTH) return { ok: false, problem: "too-long", detail: "" };
  const json = parsedJson(text);
  const head = headSchema.safeParse(json);
  if (!head.success) return { ok: false, problem: "not-ours", detail: "" };
  if (head.data.version > VERSION) return { ok: false, problem: "newer", detail: "" };
  const file = fileSchema.safeParse(json);
  if (!file.success) {
    const [issue] = file.error.issues;
    return { ok: false, problem: "wrong", detail: issue?.path.slice(1).join(".") ?? "" };
  }
  const { settings } = file.data;
  if (SETTING_NAMES.every((name) => settings[name] === undefined)) {
    return { ok: false, problem: "empty", detail: "" };
  }
  return { ok: true, settings };
}

/** Names of the settings that would change if the new ones took the place of the old. */
export function changedSettings(old: Settings, given: SomeSettings): SettingName[] {
  return SETTING_NAMES.filter(
    (name) =>
      given[name] !== undefined && JSON.stringify(old[name]) !== JSON.stringify(given[name]),
  );
}

function parsedJson(text: string): unknown {
  try {
    // Some editors put a byte order mark in front.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}
