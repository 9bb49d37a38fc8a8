import { useEffect, useMemo, useState } from "preact/hooks";
import type { Form } from "../../../core/awareness/form.ts";
import { formTold } from "../../../core/awareness/form-told.ts";
import { indexForms } from "../../../core/awareness/search-forms.ts";
import type { Ask } from "../ask-background.ts";

/** Milliseconds without a key pressed after which a story is read. */
const PAUSE = 500;

/**
 * Id of the form of scam that a story sounds like, once whoever writes it pauses; null while there is none. The story
 * goes nowhere for it: the lessons come here.
 */
export function useFormTold(ask: Ask, story: string): string | null {
  const [forms, setForms] = useState<readonly Form[] | null>(null);
  const [read, setRead] = useState(story);
  const begun = story !== "";
  useEffect(() => {
    if (!begun) return;
    ask({ type: "content", kind: "tips" }).then((asked) => {
      // Without lessons nothing is suggested; the form is chosen by hand as ever.
      if (asked.ok && "forms" in asked.answer.content) setForms(asked.answer.content.forms);
    });
  }, [ask, begun]);
  useEffect(() => {
    const timer = setTimeout(() => setRead(story), PAUSE);
    return () => clearTimeout(timer);
  }, [story]);
  const search = useMemo(() => (forms === null ? null : indexForms(forms)), [forms]);
  return useMemo(
    () => (search === null || !begun ? null : (formTold(search, read)?.id ?? null)),
    [search, begun, read],
  );
}
