#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { checkContent } from "../core/awareness/check-content.ts";
import { contentCounts } from "../core/awareness/content-counts.ts";
import { readContentFolder } from "../node/read-content-folder.ts";

const USAGE = `Usage: content check [--folder DIR] [--date DAY] [--json]
       content stats [--folder DIR] [--json]

check reads all that people are told (forms of scam, tips, quiz, alerts, portals, …) and prints what has to be mended:
missing translations, ids and sources that do not exist, claims without a source, portals and hotlines that nobody has
confirmed for a year, gaps in the year, texts that are too long. It tells beforehand, without failing, whose year is over within 60 days. stats counts the items.

  --folder DIR  folder of the content; the one that ships unless given
  --date DAY    day against which the age of portals and hotlines is told, YYYY-MM-DD; today unless given
  --json        one JSON object

Exit status: 0 if all is well, 1 if something has to be mended, 2 if the command line or the folder is wrong.
`;

/** How long before a contact's year is over its maintainers hear of it. */
const NOTICE_DAYS = 60;

const FOLDER = fileURLToPath(new URL("../content/awareness", import.meta.url));

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      folder: { type: "string", default: FOLDER },
      date: { type: "string", default: new Date().toISOString().slice(0, 10) },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [command, ...more] = positionals;
  if ((command !== "check" && command !== "stats") || more.length > 0) {
    throw new Error('say "check" or "stats" (--help shows how to call it)');
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(values.date) || Number.isNaN(Date.parse(values.date))) {
    throw new Error(`--date takes a day as YYYY-MM-DD, not "${values.date}"`);
  }
  const { content, problems } = await readContentFolder(values.folder);
  const counts = contentCounts(content);
  if (command === "stats") {
    if (values.json) process.stdout.write(`${JSON.stringify(counts)}\n`);
    else
      for (const [kind, count] of Object.entries(counts))
        process.stdout.write(`${kind}  ${count}\n`);
    return problems.length > 0 ? 1 : 0;
  }
  const all = [...problems, ...checkContent(content, values.date)];
  const known = new Set(all.map(({ at }) => at));
  const soon = new Date(Date.parse(values.date) + NOTICE_DAYS * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const ageing = checkContent(content, soon)
    .map(({ at }) => at)
    .filter((at) => !known.has(at));
  if (values.json) {
    const told = { ok: all.length === 0, problems: all, soon: ageing };
    process.stdout.write(`${JSON.stringify(told)}\n`);
    return told.ok ? 0 : 1;
  }
  for (const { at, what } of all) process.stdout.write(`${at}: ${what}\n`);
  for (const at of ageing) {
    process.stdout.write(`${at}: confirm it again, in ${NOTICE_DAYS} days it has to be mended\n`);
  }
  if (all.length > 0) process.stdout.write(`${all.length} to mend.\n`);
  else process.stdout.write(`All is well: ${counts.forms} forms, ${counts.tips} tips.\n`);
  return all.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`content: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
