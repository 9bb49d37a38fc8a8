import { OperatorError } from "../../node/operator-error.ts";
import { type Command, readArguments, required } from "../command-line.ts";
import { readDays } from "../expiry-days.ts";
import { openRepository } from "../repository.ts";
import { rootExpiryWarning } from "../root-expiry-warning.ts";
import { readKeyFolder } from "../signing/key-folder.ts";

export const refreshTimestamp: Command = {
  name: "refresh-timestamp",
  summary: "sign a feed anew before it expires, without a build",
  help: `feed refresh-timestamp FEED --keys DIR

Signs a new timestamp, and what else has used up half of its time. The root's keys are not needed.

  --keys DIR       folder of keys
  --expires LIST   days that metadata is good for, as timestamp=7,snapshot=30,targets=90
  --json           print the result as JSON`,
  async run(args, { print, stderr, now }) {
    const { values, positionals } = readArguments(
      "refresh-timestamp",
      args,
      {
        keys: { type: "string" },
        expires: { type: "string" },
        json: { type: "boolean", default: false },
      },
      ["FEED"],
    );
    const [folder = ""] = positionals;
    const keyFolder = required("refresh-timestamp", "keys", values.keys);
    const keys = await readKeyFolder(keyFolder);
    const days =
      values.expires === undefined ? undefined : readDays("refresh-timestamp", values.expires);
    const repository = await openRepository(folder, keys, days === undefined ? {} : { days });
    if (repository.version() === 0) throw new OperatorError(`${folder}: is no published feed`);
    const warning = rootExpiryWarning(repository, folder, now());
    if (warning !== null) stderr.write(`${warning}\n`);
    repository.requireSigners({ keyFolder, now: now() });
    const result = await repository.publish({ targets: [], keep: () => true, now: now() });
    if (values.json) print(JSON.stringify(result));
    else print(`Version ${result.version} has timestamp ${result.timestampVersion}.`);
    return 0;
  },
};
