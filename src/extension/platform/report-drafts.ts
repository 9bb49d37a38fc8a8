import { browser } from "wxt/browser";
import * as z from "zod/mini";

/** A report as far as it is written. */
export interface ReportDraft {
  url: string;
  /** True if what follows "?" in the address is to be left out. */
  withoutQuery: boolean;
  /** Id of the form of scam, or null. */
  form: string | null;
  note: string;
  /** Id of the report once it was looked at, so that it is sent once however often its form is opened. */
  id: string | null;
}

/** The one report that was begun and not sent: a popup closes at any click outside. */
export interface ReportDrafts {
  read(): Promise<ReportDraft | null>;
  /** Keeps it, or forgets it if null. */
  keep(draft: ReportDraft | null): void;
}

const KEY = "report-draft";
const draftSchema = z.object({
  url: z.string(),
  withoutQuery: z.boolean(),
  form: z.nullable(z.string()),
  note: z.string(),
  id: z.nullable(z.string()),
});

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
      return parsed.success ? parsed.data : null;
    },
    async keep(draft) {
      if (await inPrivate()) return;
      if (draft === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, JSON.stringify(draft));
    },
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
