import * as z from "zod/mini";

/** One text in both languages of the product. */
export interface Text {
  vi: string;
  en: string;
}

/** @param longest characters that either language may have */
export function text(longest: number) {
  const one = z.string().check(
    z.refine((said) => said.trim() !== "", "the translation is missing"),
    z.maxLength(longest, `longer than ${longest} characters`),
  );
  return z.object({ vi: one, en: one });
}
