import { writeFile } from "node:fs/promises";
import path from "node:path";
import {
  type Command,
  type CommandNeeds,
  readArguments,
  required,
  usage,
  wholeNumber,
} from "../command-line.ts";
import { createKeyFolder, makeKeyFolder } from "../signing/key-folder.ts";
import { writePublicKeyFile } from "../signing/public-key-file.ts";
import { createKeyFile } from "../signing/signing-key.ts";
import { unitRole } from "../signing/unit-metadata.ts";
import { THRESHOLDS_FILE } from "../thresholds-file.ts";

export const keygen: Command = {
  name: "keygen",
  summary: "make the keys that sign a feed",
  help: `feed keygen --out DIR [--root-keys N] [--threshold N]
feed keygen --out DIR --unit UNIT

Makes Ed25519 keys as PEM files: root, targets, snapshot and timestamp. The root's keys are needed for the first build
and to change keys later: keep them on a medium that is kept apart. The others sign each build.

  --out DIR        folder for the keys; existing keys are never written over
  --root-keys N    number of root keys (1)
  --threshold N    number of root keys that must sign a root (1)
  --unit UNIT      make the key of a province, ministry or other unit instead: local-UNIT.pem signs its files and stays
                   with it, local-UNIT.pub goes to the publisher of the feed (feed delegate)
  --json           print the key ids as JSON`,
  async run(args, needs) {
    const { print } = needs;
    const { values } = readArguments("keygen", args, {
      out: { type: "string" },
      "root-keys": { type: "string", default: "1" },
      threshold: { type: "string", default: "1" },
      unit: { type: "string" },
      json: { type: "boolean", default: false },
    });
    const out = required("keygen", "out", values.out);
    if (values.unit !== undefined) {
      await makeUnitKey(values.unit, out, values.json, needs);
      return 0;
    }
    const rootKeys = wholeNumber("keygen", "root-keys", values["root-keys"], 1, 64);
    const threshold = wholeNumber("keygen", "threshold", values.threshold, 1, 64);
    if (threshold > rootKeys) {
      throw usage("keygen", `a threshold of ${threshold} takes as many root keys, not ${rootKeys}`);
    }
    const signers = await createKeyFolder(out, { root: rootKeys });
    await writeFile(path.join(out, THRESHOLDS_FILE), `${JSON.stringify({ root: threshold })}\n`);
    const ids = Object.entries(signers).map(
      ([role, keys]) => [role, keys.map(({ keyid }) => keyid)] as const,
    );
    if (values.json) print(JSON.stringify({ out, threshold, keys: Object.fromEntries(ids) }));
    else {
      for (const [role, keyids] of ids) {
        for (const keyid of keyids) print(`${role.padEnd(10)} ${keyid}`);
      }
      print(`Keys are in ${out}. Take root*.pem out of it after the first build.`);
    }
    return 0;
  },
};

async function makeUnitKey(
  unit: string,
  out: string,
  json: boolean,
  { print }: CommandNeeds,
): Promise<void> {
  const file = path.join(out, unitRole(unit));
  await makeKeyFolder(out);
  const key = await createKeyFile(`${file}.pem`);
  await writePublicKeyFile(`${file}.pub`, key);
  if (json) {
    print(
      JSON.stringify({ unit, keyid: key.keyid, private: `${file}.pem`, public: `${file}.pub` }),
    );
    return;
  }
  print(`${unitRole(unit)}  ${key.keyid}`);
  print(`${file}.pem signs and stays here. Hand ${file}.pub to the publisher of the feed.`);
}
