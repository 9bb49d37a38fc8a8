import path from "node:path";
import { DEFAULT_FILES } from "../../node/default-files.ts";
import { buildFeed } from "../build/build-feed.ts";
import { type BuildReport, withRelativePaths } from "../build/build-report.ts";
import {
  type Command,
  type CommandNeeds,
  readArguments,
  required,
  usage,
  wholeNumber,
} from "../command-line.ts";
import { readDays } from "../expiry-days.ts";
import { createProgress, grouped } from "../progress.ts";
import { DEFAULT_DAYS } from "../repository.ts";
import { readKeyFolder } from "../signing/key-folder.ts";
import type { BrokenRule } from "../sources/source-intake.ts";
import { readThresholds } from "../thresholds-file.ts";
import { violationLine } from "../violation-line.ts";

/** Warnings of one kind that are printed; the rest is in the report. */
const SHOWN = 20;

export const build: Command = {
  name: "build",
  summary: "make, check, sign and publish a feed",
  help: `feed build --keys DIR --out FEED [--sources FILE] [options]

Reads the sources, checks every entry, and publishes a signed feed. If an entry may not enter (a public suffix, an
official or popular site, a state's site, a place that strangers share, a range of addresses, an organisation's own
number), it is printed with its source and line, nothing is published, and the exit status is 1.

  --keys DIR           folder of keys (feed keygen)
  --out FEED           folder of the feed: new, or one that the same keys have signed
  --sources FILE       sources.json; the lists that ship unless given
  --popular FILE       popular hosts that must never be blocked, one a line or "rank,host"; may be given again
  --brands FILE        brands.tsv with the official domains; the one that ships unless given
  --model FILE         weights of evidence in pages; the ones that ship unless given
  --content DIR        what people are told: forms of scam, tips, alerts, portals; the one that ships unless given
  --shared FILE        more hosts under which strangers rent names; may be given again
  --contacts FILE      reviewed phone numbers and accounts of scammers, CSV with the columns kind (phone or account),
                       number, bank, form, since, source, note, besides the ones that ship; may be given again;
                       without it those that are published stay
  --exclude FILE       reviewed entries that stay out, each with a reason; may be given again
  --decisions FILE     what became of people's reports (hub decisions); without it what is published stays
  --drop-violations    leave out what may not enter, list it in the report, and go on
  --allow-loss         publish although a category loses more than a quarter of its entries, or a list all of them
  --max-malformed X    largest share of malformed lines in a source, 0 to 1 (0.1)
  --deltas N           number of earlier versions that deltas lead from (12)
  --expires LIST       days that metadata is good for, as timestamp=7,snapshot=30,targets=90,root=365
  --without-previous   do not read the published lists: if they are damaged
  --report FILE        where the report goes (FEED/build-report.json)
  --now TIME           time of the build, ISO 8601: the same input and time give the same lists
  --json               print the report as JSON: paths in it are relative to the folder of the sources file`,
  async run(args, needs) {
    const { values } = readArguments("build", args, {
      keys: { type: "string" },
      out: { type: "string" },
      sources: { type: "string", default: DEFAULT_FILES.sources },
      popular: { type: "string", multiple: true, default: [] },
      brands: { type: "string", default: DEFAULT_FILES.brands },
      model: { type: "string", default: DEFAULT_FILES.model },
      content: { type: "string", default: DEFAULT_FILES.content },
      shared: { type: "string", multiple: true, default: [] },
      exclude: { type: "string", multiple: true, default: [] },
      contacts: { type: "string", multiple: true },
      decisions: { type: "string" },
      "drop-violations": { type: "boolean", default: false },
      "allow-loss": { type: "boolean", default: false },
      "max-malformed": { type: "string", default: "0.1" },
      deltas: { type: "string", default: "12" },
      expires: { type: "string" },
      "without-previous": { type: "boolean", default: false },
      report: { type: "string" },
      now: { type: "string" },
      json: { type: "boolean", default: false },
    });
    const out = required("build", "out", values.out);
    const keyFolder = required("build", "keys", values.keys);
    const share = Number(values["max-malformed"]);
    if (!(share >= 0 && share <= 1)) {
      throw usage(
        "build",
        `--max-malformed takes a share from 0 to 1, not "${values["max-malformed"]}"`,
      );
    }
    const now = values.now === undefined ? needs.now() : Date.parse(values.now);
    if (Number.isNaN(now))
      throw usage("build", `--now takes an ISO 8601 time, not "${values.now}"`);
    const days = values.expires === undefined ? {} : readDays("build", values.expires);
    if (now + (days.timestamp ?? DEFAULT_DAYS.timestamp) * 86_400_000 <= needs.now()) {
      throw usage(
        "build",
        `a feed of ${new Date(now).toISOString()} would have expired already: give a later --now, or more days with --expires timestamp=N`,
      );
    }
    const start = needs.elapsed();
    const report = await buildFeed({
      files: {
        sources: values.sources,
        brands: values.brands,
        model: values.model,
        content: values.content,
        popular: values.popular,
        shared: values.shared,
        exclude: values.exclude,
        contacts: values.contacts ?? null,
        decisions: values.decisions,
      },
      out,
      keys: await readKeyFolder(keyFolder),
      keyFolder,
      settings: {
        thresholds: await readThresholds(keyFolder),
        days,
      },
      report: values.report ?? null,
      dropViolations: values["drop-violations"],
      allowLoss: values["allow-loss"],
      maxMalformed: share,
      deltas: wholeNumber("build", "deltas", values.deltas, 0, 365),
      withoutPrevious: values["without-previous"],
      now,
      progress: createProgress(needs.stderr, needs.elapsed),
    });
    const seconds = (needs.elapsed() - start) / 1000;
    warn(report, needs);
    const told = withRelativePaths(report, path.dirname(values.sources));
    if (values.json) needs.print(JSON.stringify({ ...told, seconds }));
    else summarise(report, seconds, needs);
    return report.outcome === "refused" ? 1 : 0;
  },
};

function warn(
  { malformed, skipped, sources, unusedExclusions }: BuildReport,
  { stderr }: CommandNeeds,
): void {
  for (const [kind, lines] of [
    ["malformed", malformed],
    ["skipped", skipped],
  ] as const) {
    for (const { file, line, text, reason } of lines.slice(0, SHOWN)) {
      stderr.write(`warning: ${file}:${line}  ${text}  ${kind}: ${reason}\n`);
    }
    const all = sources.reduce((sum, source) => sum + source[kind], 0);
    if (all > SHOWN) stderr.write(`warning: ${grouped(all - SHOWN)} more lines ${kind}\n`);
  }
  for (const { at, name } of unusedExclusions) {
    stderr.write(`warning: ${at}  ${name}  excluded, but in no source\n`);
  }
}

function summarise(report: BuildReport, seconds: number, { print }: CommandNeeds): void {
  const { violations, outcome, artifacts, deltas, feedVersion } = report;
  if (outcome === "refused") {
    for (const violation of violations) print(violationLine(violation));
    print("");
    for (const [rule, count] of countRules(violations))
      print(`${grouped(count).padStart(9)}  ${rule}`);
    print(
      `Refused: ${grouped(violations.length)} entries may not enter. Nothing was published. Mend the source, name reviewed ones in an exclude file, or leave them all out with --drop-violations.`,
    );
    return;
  }
  for (const { path: name, count, added, removed, bytes } of artifacts) {
    print(
      `${name}  ${grouped(count)} entries (+${grouped(added)} −${grouped(removed)}), ${grouped(bytes)} bytes`,
    );
  }
  for (const { path: name, fromVersion, bytes } of deltas) {
    print(`${name}  from version ${fromVersion}, ${grouped(bytes)} bytes`);
  }
  if (violations.length > 0) {
    print(
      `Dropped: ${grouped(violations.length)} entries that may not enter; the report lists them.`,
    );
  }
  print(
    outcome === "published"
      ? `Published version ${feedVersion} in ${seconds.toFixed(1)} s.`
      : `Nothing changed: version ${feedVersion} stays, with a new timestamp.`,
  );
}

function countRules(violations: readonly BrokenRule[]): [rule: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { rule } of violations) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
