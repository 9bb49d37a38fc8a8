import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_NOTE_LENGTH, type Report } from "../../src/core/report/report.ts";
import { readArguments } from "../../src/hub/command/read-arguments.ts";
import { runCommand } from "../../src/hub/command/run-command.ts";
import { csvLine } from "../../src/node/csv-line.ts";
import { guardFormulas, unguardFormulas } from "../../src/node/formula-guard.ts";
import { createCsvParser } from "../../src/publisher/sources/parse-csv.ts";
import { anyText } from "../unit/any-text.ts";
import { folderForTest, hubForTest, reportForTest } from "../unit/hub/hub-for-test.ts";

const FORMULA = "=HYPERLINK(A1)";
const PLACES: readonly (readonly [name: string, text: string])[] = [
  ["at the beginning", FORMULA],
  ["behind blanks and quotes", ` "'${FORMULA}`],
  ["behind a byte order mark", `\ufeff${FORMULA}`],
  ["behind a semicolon", `Họ gọi tôi;${FORMULA}`],
  ["behind a semicolon and a quote", `Họ gọi tôi; "${FORMULA}`],
  ["behind a comma", `Họ gọi tôi, ${FORMULA}`],
  ["behind a tab", `Họ gọi tôi\t${FORMULA}`],
  ["on the next line", `Họ gọi tôi\n${FORMULA}`],
  ["behind a carriage return", `Họ gọi tôi\r${FORMULA}`],
  ["on the next line, behind a quote", `Họ "gọi" tôi"\n"${FORMULA}`],
  ["with a plus", `a;+1+cmd|'/C calc'!A1`],
  ["with a minus", `a\n-1+cmd|'/C calc'!A1`],
  ["with an at sign", "a;@SUM(A1:A9)"],
  ["in full-width signs", "a;＝1＋1"],
  ["behind an apostrophe of its own", `';${FORMULA}`],
];

/** The cells that some spreadsheet program may see: with quotes and commas, or split at any separator. */
function cellsIn(csv: string): string[] {
  const records = parse(csv, { relax_column_count: true, bom: true, comment: "#" });
  return [...records.flat(), ...csv.split(/[,;\t|\r\n]/)];
}

function formulasIn(csv: string): string[] {
  return cellsIn(csv).filter((cell) => /^[\s"“”\ufeff]*[=+\-@＝＋－＠]/u.test(cell));
}

/** A hub that holds this report, and its command line. */
async function hubWith(changes: Partial<Report>) {
  const hub = await hubForTest();
  const answer = await hub.send(reportForTest(changes));
  const { receipt } = (await answer.json()) as { receipt: string };
  const folder = await folderForTest();
  return {
    receipt,
    path: (name: string) => join(folder, name),
    async run(...args: string[]) {
      const command = readArguments([...args, "--data", hub.dataFolder], Date.now());
      await runCommand(command, {
        out: () => undefined,
        err: () => undefined,
        now: Date.now,
        untilStopped: () => Promise.resolve(),
      });
    },
  };
}

describe("a formula in a report", () => {
  it.each(PLACES)(
    "is none in the export for reviewers, whatever splits it: %s",
    async (_, text) => {
      const account = { number: "0123456789", bank: text.slice(0, 60), holder: text.slice(0, 60) };
      const { run, path } = await hubWith({
        note: text,
        impersonated: text,
        commune: text,
        contact: text,
        accounts: [account],
        phones: ["+85512345678"],
      });
      await run("export", "--out", path("out"));
      const csv = readFileSync(path("out/reports.csv"), "utf8");
      expect(formulasIn(csv)).toEqual([]);
    },
  );

  it("is none in the file of confirmed addresses, which the publisher reads as they are", async () => {
    const page = "sites.google.com/view/x;=HYPERLINK(A1),@SUM(A1)|+1,'-1";
    const { receipt, run, path } = await hubWith({ url: `https://${page}` });
    await run("decide", receipt, "confirmed");
    await run("entries", "--out", path("entries.csv"));
    const csv = readFileSync(path("entries.csv"), "utf8");
    expect(formulasIn(csv)).toEqual([]);
    const read = createCsvParser({ id: "ours" });
    expect(read({ first: 1, lines: csv.split("\n") })).toMatchObject([
      { finding: { kind: "address", text: page } },
    ]);
  });

  it("leaves other sources' apostrophes alone", () => {
    const read = createCsvParser({ id: "theirs" });
    const url = "https://evil.example/a;'=1";
    expect(read({ first: 1, lines: ["url", `"${url}"`] })).toMatchObject([
      { finding: { kind: "address", text: url } },
    ]);
  });
});

describe("a line of CSV", () => {
  const pieces = fc.constantFrom(..."=+-@|＝;,\t\r\n \"'“x1\ufeff");
  const anything = anyText().map((text) => text.toWellFormed());
  const hostile = fc.array(pieces, { maxLength: 12 }).map((signs) => signs.join(""));

  it("holds no formula and comes back as it was, whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostile, anything), { minLength: 1, maxLength: 4 }),
        (cells) => {
          const line = csvLine(cells);
          expect(formulasIn(line)).toEqual([]);
          const [read = []] = parse(line, { cast: (text) => unguardFormulas(text) }) as string[][];
          expect(read).toEqual(cells);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("leaves what people write as it is", () => {
    const note = 'Họ nói "chuyển tiền"\nngay, tới 0912-345-678; a=b';
    expect(guardFormulas(note)).toBe(note);
    expect(csvLine([note])).toBe(`"${note.replaceAll('"', '""')}"`);
  });

  it("keeps the longest note, whatever it holds", () => {
    for (const sign of [" ", "\n", "'", '"', ";"]) {
      const note = sign.repeat(MAX_NOTE_LENGTH);
      expect(unguardFormulas(guardFormulas(note))).toBe(note);
    }
  });
});
