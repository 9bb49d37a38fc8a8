import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import en from "../../../src/locales/en.json" with { type: "json" };
import { PARAMETERS } from "../../../src/locales/parameters.ts";
import vi from "../../../src/locales/vi.json" with { type: "json" };

type Message = string | { one: string; other: string };
type Texts = Record<string, Message>;
/** The texts of the pages, and those that some surface keeps in a folder of its own. */
const files = (language: string): Texts[] =>
  globSync(`src/locales/**/${language}.json`).map((file) => JSON.parse(readFileSync(file, "utf8")));
const VI: Texts = Object.assign({}, ...files("vi"));
const EN: Texts = Object.assign({}, ...files("en"));
const EXPECTED: Record<string, readonly string[]> = PARAMETERS;

test("both languages have the same texts, and none is empty", () => {
  expect(Object.keys(EN).sort()).toEqual(Object.keys(VI).sort());
  for (const texts of [VI, EN]) {
    for (const [key, message] of Object.entries(texts)) {
      for (const form of forms(message)) expect(form.trim(), key).not.toBe("");
    }
  }
});

test.each([
  ["Vietnamese", VI],
  ["English", EN],
])("every text in %s takes exactly the parameters that the compiler asks for", (_, texts) => {
  for (const [key, message] of Object.entries(texts)) {
    const wanted = [...(EXPECTED[key] ?? [])].sort();
    for (const form of forms(message)) {
      const given = new Set([...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect([...given].sort(), key).toEqual(wanted);
    }
  }
  expect(Object.keys(EXPECTED).filter((key) => !(key in texts))).toEqual([]);
});

test("English has both forms wherever a number decides", () => {
  for (const [key, message] of Object.entries(EN)) {
    const counted = EXPECTED[key]?.includes("count") && key !== "report.noteCount";
    expect(typeof message, key).toBe(counted ? "object" : "string");
  }
});

test("Vietnamese is written in composed letters (NFC), as people type and search it", () => {
  for (const [key, message] of Object.entries(VI)) {
    for (const form of forms(message)) expect(form, key).toBe(form.normalize("NFC"));
  }
});

test("name and description are as short as the stores demand", () => {
  for (const texts of [vi, en]) {
    expect(texts["manifest.name"].length).toBeLessThanOrEqual(75);
    expect(texts["manifest.description"].length).toBeLessThanOrEqual(132);
  }
});

test("no two files say the same key", () => {
  const keys = files("vi").flatMap((texts) => Object.keys(texts));
  expect(keys).toHaveLength(Object.keys(VI).length);
});

test("«an toàn» is said only to deny it", () => {
  for (const [key, message] of Object.entries(VI)) {
    if (!/an toàn/i.test(forms(message).join(" "))) continue;
    const denials = ["verdict.unknownAdvice", "neutral.advice", "message.unknownAdvice"];
    expect(denials.includes(key) || key.startsWith("number.unknownAdvice."), key).toBe(true);
  }
});

test("every text is used somewhere", () => {
  const code = globSync("src/{ui,extension,publisher}/**/*.{ts,tsx}")
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const families = [...code.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map(([, family]) => family ?? "");
  const unused = Object.keys(VI).filter(
    (key) =>
      !code.includes(`"${key}"`) && !families.some((family) => family && key.startsWith(family)),
  );
  expect(unused).toEqual([]);
});

test("no component carries words of its own: all come from the locales", () => {
  const found = globSync("{src/ui,src/extension/pages,entrypoints}/**/*.tsx").flatMap((file) =>
    ownWords(readFileSync(file, "utf8")).map((words) => `${file}: ${words}`),
  );
  expect(found).toEqual([]);
});

test.each([
  "<p>Xin chào</p>",
  '<p>{"Xin chào"}</p>',
  "<p>{`Còn n ngày`}</p>",
  '<p>{late && "Muộn rồi"}</p>',
  '<p>{late ? "Muộn rồi" : null}</p>',
  '<p title="Xin chào">{n}</p>',
  "<p aria-label={`Ô trong`}>{n}</p>",
])("words of a component's own are found in %s", (code) => {
  expect(ownWords(code)).toHaveLength(1);
});

test.each([
  '<p class="soft">{t("a.b")} {n}</p>',
  "<p id={`name-title`}>{`5 %`}</p>",
  '<p>{t(late ? "a.b" : "c.d")}{" "}</p>',
])("no words of its own are found in %s", (code) => {
  expect(ownWords(code)).toEqual([]);
});

/** Words in the children and in the spoken attributes of JSX, as literals. */
function ownWords(tsx: string): string[] {
  const code = tsx.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  const named = "(?:aria-label|title|placeholder|alt|label|hint|note)";
  const literal = '(?:"([^"\\n]*)"|`([^`]*)`)';
  const places = [
    />([^<>{}()=;]+)<\//gu,
    // Alternatives after ":" are left to the linter: scripts/lint/texts-in-locales.grit.
    new RegExp(`(?<![=\\w$])\\{(?:[^{}()"\`:=\\n]*(?:&&|[?]))?\\s*${literal}\\s*[}:]`, "gu"),
    new RegExp(`\\s${named}=\\{?${literal}`, "gu"),
  ];
  return places
    .flatMap((place) => [...code.matchAll(place)])
    .map(([, ...said]) => said.find((words) => words !== undefined) ?? "")
    .map((words) => words.replace(/\$\{[^}]*\}/g, "").trim())
    .filter((words) => /\p{L}{2,}/u.test(words));
}

function forms(message: Message): string[] {
  return typeof message === "string" ? [message] : [message.one, message.other];
}
