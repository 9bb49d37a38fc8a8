import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { CHANNELS } from "../../core/report/channel.ts";
import type { PageEvidence } from "../../core/report/report.ts";
import { PROVINCES } from "../../core/settings/province.ts";

const text = z._default(z.string(), "");

/** A report as far as it is written. Fields that an older version did not know are empty. */
const draftSchema = z.object({
  /** By which of the form's ways it was begun. */
  way: z._default(z.enum(["scam", "lost", "mistake"]), "scam"),
  url: z.string(),
  /** True if what follows "?" in the address is to be left out. */
  withoutQuery: z.boolean(),
  /** Id of the form of scam, or null. */
  form: z.nullable(z.string()),
  /** True while the form is our guess. */
  formGuessed: z._default(z.boolean(), false),
  note: z.string(),
  impersonated: text,
  arrivedBy: z._default(z.nullable(z.enum(CHANNELS)), null),
  phones: text,
  accounts: z._default(
    z.array(z.object({ number: z.string(), bank: z.string(), holder: z.string() })),
    [],
  ),
  lost: text,
  /** ISO date and "HH:MM", or empty. */
  happenedOn: text,
  happenedTime: text,
  commune: text,
  province: z._default(z.nullable(z.enum(PROVINCES.map(({ id }) => id))), null),
  contact: text,
  /** What was seen in the page when the report was begun. */
  evidence: z._default(
    z.nullable(
      z.object({
        level: z.enum(["block", "warn", "none", "official"] satisfies PageEvidence["level"][]),
        reasons: z.array(z.string()),
      }),
    ),
    null,
  ),
  withEvidence: z._default(z.boolean(), true),
  /** The finished picture, covered already: a JPEG in base64. */
  screenshot: z._default(z.nullable(z.string()), null),
  /** Of the report once it was looked at, so that it is sent once however often its form is opened. */
  id: z.nullable(z.string()),
  code: z._default(z.nullable(z.string()), null),
});

export type ReportDraft = z.infer<typeof draftSchema>;

/** The one report that was begun and not sent: a popup closes at any click outside. */
export interface ReportDrafts {
  read(): Promise<ReportDraft | null>;
  /** Keeps it, or forgets it if null. @returns false if there is no room */
  keep(draft: ReportDraft | null): Promise<boolean>;
}

const KEY = "report-draft";
/** Apart from the words, which are written at each key that is pressed. */
const SCREENSHOT_KEY = "report-draft-screenshot";

/**
 * The pages' own storage: written at once, before a closing popup is gone, and out of reach of content scripts. In a
 * private window nothing is kept.
 */
export function browserReportDrafts(): ReportDrafts {
  let asked: Promise<boolean> | null = null;
  const inPrivate = () => {
    asked ??= browser.tabs
      .query({ active: true, currentWindow: true })
      .then(([tab]) => tab?.incognito === true);
    return asked;
  };
  return {
    async read() {
      if (await inPrivate()) return null;
      const kept = localStorage.getItem(KEY);
      if (kept === null) return null;
      const parsed = draftSchema.safeParse(parsedJson(kept));
      return parsed.success
        ? { ...parsed.data, screenshot: localStorage.getItem(SCREENSHOT_KEY) }
        : null;
    },
    async keep(draft) {
      if (await inPrivate()) return true;
      try {
        write(SCREENSHOT_KEY, draft?.screenshot ?? null);
        write(KEY, draft && JSON.stringify({ ...draft, screenshot: null }));
        return true;
      } catch (error) {
        if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
        throw error;
      }
    },
  };
}

function write(key: string, value: string | null): void {
  if (value === null) localStorage.removeItem(key);
  else if (localStorage.getItem(key) !== value) localStorage.setItem(key, value);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
