import { expect, test } from "vitest";
import { GUARDED_CSV } from "../../src/node/csv-line.ts";
import { canonicalEntry } from "../../src/node/entry-checks/canonical-entry.ts";
import { parseAdblock } from "../../src/publisher/sources/parse-adblock.ts";
import { createCsvParser } from "../../src/publisher/sources/parse-csv.ts";

/** Characters. Work that grows with the square of the line ends far behind the time limit of tests. */
const LONG = 1_000_000;

function addressesIn(...lines: string[]): string[] {
  const parse = createCsvParser({ id: "list" });
  return parse({ first: 1, lines: [GUARDED_CSV, "url,brand", ...lines] }).flatMap(({ finding }) =>
    finding.kind === "address" ? [finding.text] : [],
  );
}

test.each([
  ["tabs and apostrophes", "\t'"],
  ["tabs, apostrophes and blanks", "\t'  "],
  ["tabs, apostrophes and quotation marks", "\t'“”"],
])("a CSV list with a cell of %s is read to its end", (_, unit) => {
  const cell = unit.repeat(LONG / unit.length);
  expect(addressesIn(`https://a.example/,${cell}`, "https://b.example/,")).toEqual([
    "https://a.example/",
    "https://b.example/",
  ]);
});

test("an AdBlock rule of slashes is skipped, or read as what it is", () => {
  const rule = `/${"/$".repeat(LONG / 2)}`;
  expect(parseAdblock(`${rule}\u2028x`).map(({ kind }) => kind)).not.toContain("address");
});

test("an entry of colons is refused", () => {
  expect(canonicalEntry(`${":".repeat(LONG)}.`, "auto").ok).toBe(false);
});
