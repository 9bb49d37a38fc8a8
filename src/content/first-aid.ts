import firstAid from "./awareness/first-aid.json" with { type: "json" };

/** One thing to do after a scam. */
export interface FirstAidStep {
  /** "bank": here the interface adds how to reach the bank. */
  about?: string;
  vi: { title: string; text: string };
  en: { title: string; text: string };
}

/** What to do after a scam, in order; the first three come first on every screen. */
export const FIRST_AID: readonly FirstAidStep[] = firstAid.steps.map(({ about, title, text }) => ({
  ...(about === undefined ? {} : { about }),
  vi: { title: title.vi, text: text.vi },
  en: { title: title.en, text: text.en },
}));
