#!/usr/bin/env node
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createMessageJudge } from "../core/message/judge-message.ts";
import { DEFAULT_POLICY } from "../core/policy/policy.ts";
import { openKnowledge } from "../core/verdict/knowledge.ts";
import { evaluateMessages, type MessageCase } from "./evaluate/evaluate-messages.ts";
import { readMessagesFile } from "./evaluate/read-messages.ts";
import { readMessageModel } from "./read-message-model.ts";
import { readSnapshotFolder } from "./read-snapshot-folder.ts";

const USAGE = `Usage: eval:messages FILE [--out FILE]

Judges messages of which it is known what they are, with the list that ships, and prints one JSON object last: counts,
recall and false positives with their 95 % intervals, per sender and per reason.

  FILE        CSV with the columns label (1 scam, 0 not), sender_type and content; it may be gzip
  --out FILE  one JSON a line for each message: {"id","level","expect","reasons"}

"measured" says what these figures are worth: "on-training-data" if FILE is the file that the model was trained on, else
"on-other-data". "crossValidated" is what the model reached on messages that it had not seen when it was trained, those
nearly the same kept together: where the sender is known, and where it is not.
Exit status: 0, or 2 if the command line or a file is wrong.
`;

const SNAPSHOT = fileURLToPath(new URL("../../assets/snapshot", import.meta.url));

async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error("one FILE is needed");
  const messages = await readMessagesFile(file);
  process.stderr.write(`${file}: ${messages.length.toLocaleString("en")} messages\n`);
  const { files } = await readSnapshotFolder(SNAPSHOT, ({ category }) => category !== "gambling");
  const knowledge = openKnowledge(files, {
    feedVersion: 0,
    policy: DEFAULT_POLICY,
    overriddenUntil: () => null,
  });
  const model = await readMessageModel();
  const judge = createMessageJudge(knowledge, model);
  const cases: MessageCase[] = [];
  const summary = evaluateMessages(messages, judge, (one) => cases.push(one));
  if (values.out !== undefined) {
    await writeFile(values.out, cases.map((one) => `${JSON.stringify(one)}\n`).join(""));
  }
  const digest = createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
  const seen = digest === model.facts.trainedOnSha256;
  if (seen) {
    process.stderr.write(
      "eval:messages: the model was trained on this very file; of other messages see crossValidated\n",
    );
  }
  const { known, unknown } = model.facts;
  const measured = seen ? "on-training-data" : "on-other-data";
  process.stdout.write(
    `${JSON.stringify({ measured, ...summary, crossValidated: { known, unknown } })}\n`,
  );
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`eval:messages: ${message}\n`);
  process.exitCode = 2;
}
