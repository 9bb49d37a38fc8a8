import type { LineBatch } from "../../node/read-lines.ts";
import type { Finding, LineParser } from "./finding.ts";
import { parseAdblock } from "./parse-adblock.ts";
import { createCsvParser } from "./parse-csv.ts";
import { parseHostsFile } from "./parse-hosts-file.ts";
import { parsePlain } from "./parse-plain.ts";
import type { Source } from "./sources-file.ts";

const LINE_PARSERS: Record<Exclude<Source["format"], "csv">, LineParser> = {
  plain: parsePlain,
  hosts: parseHostsFile,
  adblock: parseAdblock,
};

/**
 * Reads consecutive batches of a source in its format.
 *
 * @returns a function that hands over each finding of a batch with its line number and the line as it stands there
 */
export function createFindings(
  source: Pick<Source, "id" | "format" | "columns">,
): (batch: LineBatch, take: (line: number, raw: string, finding: Finding) => void) => void {
  if (source.format === "csv") {
    const parseBatch = createCsvParser(source);
    return (batch, take) => {
      for (const { line, finding } of parseBatch(batch)) {
        take(line, batch.lines[line - batch.first] ?? "", finding);
      }
    };
  }
  const parse = LINE_PARSERS[source.format];
  return ({ first, lines }, take) => {
    for (const [i, raw] of lines.entries()) {
      for (const finding of parse(raw)) take(first + i, raw, finding);
    }
  };
}
