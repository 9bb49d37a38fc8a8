#!/usr/bin/env node
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createMessageJudge } from "../core/message/judge-message.ts";
import { DEFAULT_POLICY, type Policy, parsePolicy } from "../core/policy/policy.ts";
import { isCategoryOn, type KnowledgeFile, openKnowledge } from "../core/verdict/knowledge.ts";
import { printableOutput } from "../node/printable.ts";
import { systemReason } from "../node/system-reason.ts";
import { checkLines, checkMessages } from "./check-lines.ts";
import { readFeedFolder } from "./read-feed-folder.ts";
import { readMessageModel } from "./read-message-model.ts";
import { readSnapshotFolder } from "./read-snapshot-folder.ts";

const USAGE = `Usage: check [--feed DIR [--root FILE]] [--categories LIST] [--policy FILE] [--messages] < LINES

Reads addresses or hosts, one a line, defanged ones ("hxxps://evil[.]top") too, and prints one JSON verdict a line:
  {"input","level","source","scope","reasons",…}, level "block", "warn", "none" or "official".
"lookalike" is {"class","brand","official","strong"} or null: whom the host resembles. An unlisted host that strongly
resembles somebody is warned of.
"none" means that nothing is known, not that a site is safe.
A line that is no web address gives level "error" with "reason": "empty", "malformed", "not-web" or "too-long".

  --feed DIR         folder of a published feed (metadata/ and targets/); the list that ships unless given
  --root FILE        root.json to trust; the oldest root in DIR/metadata unless given
  --categories LIST  further categories to block, separated by commas: gambling
  --messages         each line is a JSON string: the text of an SMS, chat or e-mail
  --policy FILE      a managed policy as JSON (deny, allow, categories)

Exit status: 0, or 2 if the command line, the policy or the feed is wrong.
`;

/** Kinds of files that say something about addresses. */
const KINDS: ReadonlySet<string> = new Set(["blocklist", "paths", "brands"]);
const SNAPSHOT = fileURLToPath(new URL("../../assets/snapshot", import.meta.url));

async function run(args: string[]): Promise<void> {
  const options = parse(args);
  if (options.help) {
    process.stdout.write(USAGE);
    return;
  }
  const policy = await readPolicy(options.policy, options.categories);
  const wanted = ({ kind, category }: Pick<KnowledgeFile, "kind" | "category">) =>
    KINDS.has(kind) && isCategoryOn(category, policy);
  const { version, expiredAt, files } =
    options.feed === undefined
      ? await readSnapshotFolder(SNAPSHOT, wanted)
      : await readFeedFolder(options.feed, options.root, wanted);
  if (expiredAt !== null) {
    const day = new Date(expiredAt).toISOString().slice(0, 10);
    process.stderr.write(`check: the feed expired on ${day}; judging by what it said until then\n`);
  }
  const knowledge = openKnowledge(files, {
    feedVersion: version,
    policy,
    overriddenUntil: () => null,
  });
  if (process.stdin.isTTY) {
    process.stderr.write(
      "check: reading lines from the keyboard; Ctrl-D ends, --help tells more\n",
    );
  }
  const answers = options.messages
    ? checkMessages(process.stdin, createMessageJudge(knowledge, await readMessageModel()))
    : checkLines(process.stdin, knowledge);
  for await (const batch of answers) {
    if (!process.stdout.write(printableOutput(batch))) await once(process.stdout, "drain");
  }
}

function parse(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      feed: { type: "string" },
      root: { type: "string" },
      categories: { type: "string" },
      policy: { type: "string" },
      messages: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [word] = positionals;
  if (word !== undefined) {
    throw new Error(`"${word}": addresses come on standard input, one a line (see --help)`);
  }
  if (values.root !== undefined && values.feed === undefined) {
    throw new Error("--root is of use only with --feed");
  }
  return values;
}

async function readPolicy(
  file: string | undefined,
  categories: string | undefined,
): Promise<Policy> {
  const given = file === undefined ? DEFAULT_POLICY : policyOf(await readJson(file), file);
  if (categories === undefined) return given;
  const more = categories.split(",").map((category) => category.trim());
  return policyOf({ ...given, categories: [...given.categories, ...more] }, "--categories");
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    throw new Error(`${file}: ${systemReason(cause)}`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file}: not JSON: ${cause instanceof Error ? cause.message : ""}`, { cause });
  }
}

function policyOf(given: unknown, from: string): Policy {
  const result = parsePolicy(given);
  if (!result.ok) throw new Error(`${from}: ${result.problems.join("; ")}`);
  return result.policy;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever reads the answers has seen enough, as with "| head".
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(
    printableOutput(`check: ${error instanceof Error ? error.message : String(error)}\n`),
  );
  process.exitCode = 2;
}
