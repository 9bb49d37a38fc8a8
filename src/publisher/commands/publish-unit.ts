import { type Command, readArguments, required } from "../command-line.ts";
import { openForSigning } from "../open-for-signing.ts";
import { unitFolder } from "../signing/unit-metadata.ts";
import { readBytes, readUnitFiles } from "../unit-files.ts";

export const publishUnit: Command = {
  name: "publish-unit",
  summary: "publish what a unit has signed",
  help: `feed publish-unit FEED UNIT --signed FILE --files DIR --keys DIR

Publishes a unit's files as it has signed them (feed sign-unit). It must have leave to (feed delegate).

  --signed FILE  metadata that the unit has signed
  --files DIR    folder of the unit's files
  --keys DIR     folder of the feed's keys: timestamp and snapshot
  --json         print the result as JSON`,
  async run(args, { print, now }) {
    const { values, positionals } = readArguments(
      "publish-unit",
      args,
      {
        signed: { type: "string" },
        files: { type: "string" },
        keys: { type: "string" },
        json: { type: "boolean", default: false },
      },
      ["FEED", "UNIT"],
    );
    const [folder = "", unit = ""] = positionals;
    const signed = required("publish-unit", "signed", values.signed);
    const files = await readUnitFiles(required("publish-unit", "files", values.files), unit);
    const keyFolder = required("publish-unit", "keys", values.keys);
    const metadata = await readBytes(signed);
    const repository = await openForSigning(folder, keyFolder, now(), ["timestamp", "snapshot"]);
    const result = await repository.includeUnit({ unit, metadata, files, now: now() });
    const published = (await repository.units()).find((one) => one.unit === unit);
    if (values.json) print(JSON.stringify({ ...result, unit, unitVersion: published?.version }));
    else print(`Published version ${published?.version} of ${unitFolder(unit)}.`);
    return 0;
  },
};
