import type { Form } from "./form.ts";
import type { FormSearch } from "./search-forms.ts";

/** Fewer words are no story. */
const LEAST_WORDS = 4;
/** One telling word alone stands in many stories. */
const LEAST_TELLING = 2;
/** Of a story that fits more forms than these, none is told. */
const MOST_FORMS = 2;

/**
 * The form of scam that somebody's story sounds like.
 *
 * @param search see indexForms
 * @returns null where the story is short, or could be of many forms
 */
export function formTold(search: FormSearch, story: string): Form | null {
  if (story.trim().split(/\s+/).length < LEAST_WORDS) return null;
  const found = search(story, LEAST_TELLING);
  return found.length <= MOST_FORMS ? (found[0] ?? null) : null;
}
