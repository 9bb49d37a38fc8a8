import { type Command, readArguments, required, wholeNumber } from "../command-line.ts";
import { openForSigning } from "../open-for-signing.ts";
import { readPublicKeyFile } from "../signing/public-key-file.ts";
import { keyIdOf } from "../signing/signing-key.ts";
import { unitFolder } from "../signing/unit-metadata.ts";

export const delegate: Command = {
  name: "delegate",
  summary: "let a province, ministry or other unit publish in its folder",
  help: `feed delegate FEED UNIT --unit-key FILE --keys DIR

Lets a unit publish local/UNIT/ under its own key, or changes its keys. UNIT is a name of a-z, 0-9 and hyphens. The unit
makes its key with "feed keygen --unit UNIT" and hands over the .pub file alone.

  --unit-key FILE  public key of the unit, PEM; may be given again
  --threshold N    number of these keys that must sign (1)
  --keys DIR       folder of the feed's keys; the root's are not needed
  --json           print the result as JSON`,
  async run(args, { print, stderr, now }) {
    const { values, positionals } = readArguments(
      "delegate",
      args,
      {
        "unit-key": { type: "string", multiple: true, default: [] },
        threshold: { type: "string", default: "1" },
        keys: { type: "string" },
        json: { type: "boolean", default: false },
      },
      ["FEED", "UNIT"],
    );
    const [folder = "", unit = ""] = positionals;
    required("delegate", "unit-key", values["unit-key"][0]);
    const threshold = wholeNumber("delegate", "threshold", values.threshold, 1, 64);
    const keys = await Promise.all(values["unit-key"].map(readPublicKeyFile));
    const keyFolder = required("delegate", "keys", values.keys);
    const repository = await openForSigning(folder, keyFolder, now());
    const result = await repository.delegate({ unit, keys, threshold, now: now() });
    const problem = (await repository.units()).find((one) => one.unit === unit)?.problem ?? null;
    if (problem !== null)
      stderr.write(`warning: ${unit}: ${problem}; until then browsers find none of its files\n`);
    const keyids = keys.map(keyIdOf);
    if (values.json) print(JSON.stringify({ ...result, unit, keyids, threshold, problem }));
    else {
      print(`${unit} may publish ${unitFolder(unit)}, signed by ${threshold} of ${keys.length}:`);
      for (const keyid of keyids) print(`  ${keyid}`);
    }
    return 0;
  },
};
