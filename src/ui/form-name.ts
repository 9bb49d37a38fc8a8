import { SCAM_FORMS } from "../content/forms.ts";
import type { Language } from "./language-of.ts";

/** Name of a form of scam, or null for an id that this version does not know (a newer list). */
export function formName(language: Language, id: string): string | null {
  return SCAM_FORMS.find((form) => form.id === id)?.[language] ?? null;
}
