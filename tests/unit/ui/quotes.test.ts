import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Language = "vi" | "en";

/** All texts of a language, of interface and content, each with its place. */
function textsIn(language: Language): [at: string, text: string][] {
  return globSync("src/{locales,content/awareness}/**/*.json").flatMap((file) => {
    const whole = /\/(vi|en)\.json$/.exec(file)?.[1] ?? null;
    return texts(JSON.parse(readFileSync(file, "utf8")), whole, file).flatMap(
      ([at, of, text]): [string, string][] => (of === language ? [[at, text]] : []),
    );
  });
}

function texts(
  value: unknown,
  language: string | null,
  at: string,
): [at: string, language: string | null, text: string][] {
  if (typeof value === "string") return [[at, language, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    texts(inner, key === "vi" || key === "en" ? key : language, `${at} ${key}`),
  );
}

test.each(["vi", "en"] as const)("texts quote with “ and ”, in pairs (%s)", (language) => {
  for (const [at, text] of textsIn(language)) {
    expect(text, at).not.toMatch(/[«»„"]/);
    expect(text.replace(/[^“”]/g, ""), at).toMatch(/^(?:“”)*$/);
  }
});
