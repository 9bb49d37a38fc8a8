// npm run -s bench [-- --json] [-- --only NAME]: the figures of the design, each beside its baseline in the same run.
import { parseArgs } from "node:util";
import { origin } from "./bench-data.ts";
import { checkRows } from "./check-rows.ts";
import { freshnessRows } from "./freshness-rows.ts";
import { guardRows } from "./guard-rows.ts";
import { lookUpRows } from "./look-up-rows.ts";
import { lookalikeRows } from "./lookalike-rows.ts";
import { memoryRows } from "./memory-rows.ts";
import { messageRows } from "./message-rows.ts";
import { popupRows } from "./popup-rows.ts";
import { publisherRows } from "./publisher-rows.ts";
import type { Row, RowGroup } from "./row.ts";
import { updateRows } from "./update-rows.ts";

/** More rows: a file of their own, named here. */
const GROUPS: Readonly<Record<string, RowGroup>> = {
  memory: memoryRows,
  "look-up": lookUpRows,
  lookalike: lookalikeRows,
  messages: messageRows,
  update: updateRows,
  freshness: freshnessRows,
  check: checkRows,
  publisher: publisherRows,
  guard: guardRows,
  popup: popupRows,
};

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    only: { type: "string", multiple: true },
  },
});
const chosen = values.only ?? Object.keys(GROUPS);
const say = (line: string) => process.stderr.write(`${line}\n`);

say(`on ${origin} hosts`);
const rows: Row[] = [];
for (const name of chosen) {
  const group = GROUPS[name];
  if (group === undefined) throw new Error(`no group "${name}": ${Object.keys(GROUPS).join(", ")}`);
  for await (const row of group({ say })) {
    rows.push(row);
    if (!values.json) process.stdout.write(`${tableLine(row)}\n`);
  }
}
if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);

function tableLine({ name, value, unit, baseline, ratio, goal, reached }: Row): string {
  const figure = `${shown(value)} ${unit}`;
  const against = baseline === null ? "" : `, baseline ${shown(baseline)}`;
  const share = ratio === null ? "" : `, ratio ${shown(ratio)}`;
  return `${reached ? "✓" : "✗"} ${name}\n    ${figure}${against}${share}; goal ${goal}`;
}

function shown(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: value >= 1000 ? 7 : 3 });
}
