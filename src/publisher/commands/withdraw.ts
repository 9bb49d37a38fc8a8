import { type Command, readArguments, required } from "../command-line.ts";
import { openForSigning } from "../open-for-signing.ts";
import { unitFolder } from "../signing/unit-metadata.ts";

export const withdraw: Command = {
  name: "withdraw",
  summary: "take back a unit's leave to publish",
  help: `feed withdraw FEED UNIT --keys DIR

Takes back what "feed delegate" gave: browsers no longer find anything in local/UNIT/. The files stay in the folder;
given leave again, the unit goes on with the next version.

  --keys DIR   folder of the feed's keys; the root's are not needed
  --json       print the result as JSON`,
  async run(args, { print, now }) {
    const { values, positionals } = readArguments(
      "withdraw",
      args,
      { keys: { type: "string" }, json: { type: "boolean", default: false } },
      ["FEED", "UNIT"],
    );
    const [folder = "", unit = ""] = positionals;
    const keyFolder = required("withdraw", "keys", values.keys);
    const repository = await openForSigning(folder, keyFolder, now());
    const result = await repository.withdraw({ unit, now: now() });
    if (values.json) print(JSON.stringify({ ...result, unit }));
    else print(`${unit} may publish no longer: browsers find nothing in ${unitFolder(unit)}.`);
    return 0;
  },
};
