import { type Command, readArguments } from "../command-line.ts";
import { openFeedFolder } from "../inspect-feed.ts";
import { createProgress, grouped } from "../progress.ts";
import { rootExpiryWarning } from "../root-expiry-warning.ts";
import { verifyFeed } from "../verify-feed.ts";
import { verifyStoredFiles } from "../verify-stored-files.ts";

export const verify: Command = {
  name: "verify",
  summary: "take in a feed as a browser does, and say what is wrong",
  help: `feed verify FEED [--root FILE]

Checks every file in the folder, those of older versions too: signatures, and each target against the hash in its
name. Then takes in the newest version as a browser does: expiry, lengths and hashes; opens every artifact, applies every
delta and finds the files of every unit (a unit that must sign anew is a warning). The exit status is 1 with the file's
name if one is damaged, or gone although it is needed.

  --root FILE   the root that browsers trust; FEED's own oldest root unless given
  --json        print the result as JSON`,
  async run(args, needs) {
    const { values, positionals } = readArguments(
      "verify",
      args,
      { root: { type: "string" }, json: { type: "boolean", default: false } },
      ["FEED"],
    );
    const [folder = ""] = positionals;
    const progress = createProgress(needs.stderr, needs.elapsed);
    const repository = await openFeedFolder(folder);
    const warning = rootExpiryWarning(repository, folder, needs.now());
    if (warning !== null) needs.stderr.write(`${warning}\n`);
    const files = await verifyStoredFiles(folder, repository);
    const verified = await verifyFeed(folder, values.root, needs.now(), progress);
    if (values.json) {
      needs.print(
        JSON.stringify({ ...verified, files, expires: new Date(verified.expires).toISOString() }),
      );
      return 0;
    }
    const { version, expires, artifacts, deltas, trustedRoot, untried } = verified;
    for (const { unit, problem } of verified.unitProblems) {
      needs.stderr.write(`warning: local/${unit}/: ${problem}\n`);
    }
    for (const path of untried) {
      needs.stderr.write(`warning: ${path}: not applied, the version it starts from is gone\n`);
    }
    needs.print(
      `Version ${version} is whole: ${grouped(artifacts)} artifacts, ${grouped(deltas)} deltas, ${grouped(files)} files, good until ${new Date(expires).toISOString()}.`,
    );
    if (values.root === undefined) {
      needs.print(
        `Trusted: ${trustedRoot}. Give --root to check against the root that browsers have.`,
      );
    }
    return 0;
  },
};
