import { FeedError } from "../../core/feed/feed-error.ts";
import { OperatorError } from "../../node/operator-error.ts";
import { type Command, type CommandNeeds, readArguments } from "../command-line.ts";
import {
  type Found,
  findEntries,
  type InspectedUnit,
  inspectFeed,
  openFeedFolder,
} from "../inspect-feed.ts";
import { grouped } from "../progress.ts";
import { readFeed } from "../read-feed.ts";
import { rootExpiryWarning } from "../root-expiry-warning.ts";

export const inspect: Command = {
  name: "inspect",
  summary: "show what is in a feed, or what it says of a host",
  help: `feed inspect FEED [HOST]

Shows version, expiry by role, entries by list and source, sizes, and the units that publish in it with their files.
With a host or address: the entries that cover it.

  --json   print as JSON`,
  async run(args, needs) {
    const { values, positionals } = readArguments(
      "inspect",
      args,
      { json: { type: "boolean", default: false } },
      ["FEED", "[HOST]"],
    );
    const [folder = "", host] = positionals;
    const repository = await openFeedFolder(folder);
    if (host !== undefined) {
      const found = await findEntries(repository, host);
      if (values.json) needs.print(JSON.stringify(found.map(shown)));
      else printFound(host, found, needs);
      return 0;
    }
    const feed = await inspectFeed(repository, needs.now());
    const expires = await expiryOf(folder, needs.now());
    const roles = Object.fromEntries(
      Object.entries(repository.expiries()).map(([role, until]) => [
        role,
        new Date(until).toISOString(),
      ]),
    );
    const warning = rootExpiryWarning(repository, folder, needs.now());
    if (warning !== null) needs.stderr.write(`${warning}\n`);
    if (values.json) {
      needs.print(JSON.stringify({ ...feed, ...expires, roles }));
      return 0;
    }
    needs.print(`Version ${feed.version}, ${expires.problem ?? `good until ${expires.expires}`}`);
    for (const [role, until] of Object.entries(roles)) {
      needs.print(`  ${role.padEnd(10)} until ${until}`);
    }
    for (const { path, count, bytes, rawBytes, made, sources } of feed.artifacts) {
      needs.print(
        `${path}  ${grouped(count ?? 0)} entries, ${grouped(bytes)} bytes (${grouped(rawBytes)} unzipped), made ${made ?? "at an unknown time"}`,
      );
      for (const [source, entries] of Object.entries(sources)) {
        needs.print(`  ${source}  ${grouped(entries)}`);
      }
    }
    for (const { path, bytes } of feed.deltas) needs.print(`${path}  ${grouped(bytes)} bytes`);
    for (const unit of feed.units) printUnit(unit, needs);
    return 0;
  },
};

/** When clients will call the feed expired; or why they refuse it now. */
async function expiryOf(
  folder: string,
  now: number,
): Promise<{ expires?: string; problem?: string }> {
  try {
    const { feed } = await readFeed(folder, undefined, now);
    return { expires: new Date(feed.expires).toISOString() };
  } catch (error) {
    if (error instanceof OperatorError && error.cause instanceof FeedError) {
      return { problem: `browsers refuse it: ${error.cause.message}` };
    }
    throw error;
  }
}

function printUnit(
  { unit, version, expires, problem, threshold, keyids, files }: InspectedUnit,
  { print }: CommandNeeds,
): void {
  const keys = keyids.map((keyid) => keyid.slice(0, 8)).join(", ");
  print(
    `local/${unit}/  version ${version}, ${problem ?? `good until ${expires}`}, signed by ${threshold} of ${keys}`,
  );
  for (const { path, bytes } of files) print(`  ${path}  ${grouped(bytes)} bytes`);
}

function printFound(host: string, found: readonly Found[], { print }: CommandNeeds): void {
  if (found.length === 0) print(`No entry covers ${host}.`);
  for (const { list, name, source, since, form, brand } of found.map(shown)) {
    print(
      `${list}  ${name}  source ${source}, since ${since}, form ${form ?? "unknown"}, imitates ${brand ?? "nobody known"}`,
    );
  }
}

function shown({ since, ...entry }: Found) {
  return { ...entry, since: new Date(since * 86_400_000).toISOString().slice(0, 10) };
}
