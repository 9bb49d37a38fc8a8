import { TOP_LEVEL_ROLES, type TopLevelRole } from "../../core/feed/role-name.ts";
import { OperatorError } from "../../node/operator-error.ts";
import { type Command, readArguments, required } from "../command-line.ts";
import { readDays } from "../expiry-days.ts";
import { openRepository } from "../repository.ts";
import { readKeyFolder } from "../signing/key-folder.ts";
import type { SigningKey } from "../signing/signing-key.ts";
import { readThresholds } from "../thresholds-file.ts";

export const rotateRoot: Command = {
  name: "rotate-root",
  summary: "renew a feed's root before or after it expires, or change its keys",
  help: `feed rotate-root FEED --keys DIR [--new-keys DIR]

Signs a new root with the root's keys, good for another year, and all that its keys must sign. Browsers follow from the
root they have, also from an expired one. With new keys, those of each role that DIR holds take the place of the role's
old keys, and thresholds.json in it says how many must sign; a role without a key there keeps its own.

  --keys DIR       folder of the keys that sign now, the root's among them
  --new-keys DIR   folder of the keys that are to sign from now on (feed keygen)
  --expires LIST   days that metadata is good for, as root=365
  --json           print the result as JSON`,
  async run(args, { print, now }) {
    const { values, positionals } = readArguments(
      "rotate-root",
      args,
      {
        keys: { type: "string" },
        "new-keys": { type: "string" },
        expires: { type: "string" },
        json: { type: "boolean", default: false },
      },
      ["FEED"],
    );
    const [folder = ""] = positionals;
    const keyFolder = required("rotate-root", "keys", values.keys);
    const days = values.expires === undefined ? {} : readDays("rotate-root", values.expires);
    const signers = await readKeyFolder(keyFolder);
    const repository = await openRepository(folder, signers, { days });
    if (repository.version() === 0) throw new OperatorError(`${folder}: is no published feed`);
    const change = await readNewKeys(values["new-keys"]);
    const changed = TOP_LEVEL_ROLES.filter((role) => change.keys[role] !== undefined);
    repository.requireSigners({
      keyFolder,
      roles: TOP_LEVEL_ROLES.filter((role) => role === "root" || !changed.includes(role)),
    });
    const result = await repository.rotateRoot({ ...change, now: now() });
    const { root } = repository.expiries();
    const expires = new Date(root ?? 0).toISOString();
    if (values.json) {
      print(JSON.stringify({ ...result, changed, expires }));
      return 0;
    }
    print(`The root of ${folder} is renewed, good until ${expires}.`);
    if (changed.length > 0) print(`New keys sign: ${changed.join(", ")}.`);
    return 0;
  },
};

async function readNewKeys(folder: string | undefined): Promise<{
  keys: Partial<Record<TopLevelRole, SigningKey[]>>;
  thresholds: Partial<Record<TopLevelRole, number>>;
}> {
  const keys: Partial<Record<TopLevelRole, SigningKey[]>> = {};
  const thresholds: Partial<Record<TopLevelRole, number>> = {};
  if (folder === undefined) return { keys, thresholds };
  const given = await readKeyFolder(folder);
  const stated = await readThresholds(folder);
  for (const role of TOP_LEVEL_ROLES) {
    if (given[role].length === 0) continue;
    keys[role] = given[role];
    // Unless stated, one of the new keys is enough: the old number was meant for the old keys.
    thresholds[role] = stated[role] ?? 1;
  }
  if (Object.keys(keys).length === 0) throw new OperatorError(`${folder}: holds no keys`);
  return { keys, thresholds };
}
