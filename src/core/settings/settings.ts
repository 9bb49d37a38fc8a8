import * as z from "zod/mini";
import type { Cadence } from "../awareness/due.ts";
import type { Profile } from "../awareness/is-for.ts";
import { AUDIENCES, SECTORS } from "../awareness/scope.ts";
import { PROVINCES, type Province } from "./province.ts";

const hour = z.int().check(z.minimum(0), z.maximum(23));

const cadenceSchema = z.object({
  off: z._default(z.boolean(), false),
  weekly: z._default(z.boolean(), true),
  monthly: z._default(z.boolean(), true),
  quarterly: z._default(z.boolean(), true),
  quietHours: z._default(z.nullable(z.object({ from: hour, to: hour })), null),
}) satisfies z.ZodMiniType<Cadence>;

/** All that a person may set. Every change of this shape is a new version of the stored state. */
export const settingsSchema = z.object({
  /** "auto": the browser's. */
  language: z.enum(["auto", "vi", "en"]),
  textSize: z.enum(["normal", "large"]),
  /** Whom alerts and tips are chosen for; empty: anybody. */
  audience: z.array(z.enum(AUDIENCES)).check(z.maxLength(AUDIENCES.length)),
  sector: z.nullable(z.enum(SECTORS)),
  province: z.nullable(z.enum(PROVINCES.map(({ id }) => id) as [Province, ...Province[]])),
  cadence: cadenceSchema,
  /** Whether the browser may notify of new alerts and tips. */
  notifications: z.boolean(),
  /** Whether what was blocked is noted on this machine. */
  keepHistory: z.boolean(),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

/** Settings of which any may be missing: what a person has chosen himself, or what an agency sets. */
export const someSettingsSchema = z.partial(settingsSchema);
export type SomeSettings = z.infer<typeof someSettingsSchema>;

export const SETTING_NAMES = Object.keys(settingsSchema.shape) as [SettingName, ...SettingName[]];

export const DEFAULT_SETTINGS: Settings = {
  language: "auto",
  textSize: "normal",
  audience: [],
  sector: null,
  province: null,
  cadence: cadenceSchema.parse({}),
  notifications: false,
  keepHistory: true,
};

/** Whom content is chosen for. */
export function profileOf({ audience, sector, province }: Settings): Profile {
  return { audience, sector, province };
}
