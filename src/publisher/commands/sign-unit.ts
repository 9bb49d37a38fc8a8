import { onDisk } from "../../node/operator-error.ts";
import { writeFileAtomic } from "../../node/write-file-atomic.ts";
import { type Command, readArguments, required, wholeNumber } from "../command-line.ts";
import { grouped } from "../progress.ts";
import { DEFAULT_DAYS } from "../repository.ts";
import { describeTarget, expiryAfter } from "../signing/signed-metadata.ts";
import { readKeyFile } from "../signing/signing-key.ts";
import { signUnitMetadata, unitFolder, unitRole } from "../signing/unit-metadata.ts";
import { readUnitFiles, readUnitVersion } from "../unit-files.ts";

export const signUnit: Command = {
  name: "sign-unit",
  summary: "as a unit: sign the files of local/UNIT/",
  help: `feed sign-unit UNIT --files DIR --key FILE --out FILE

Signs all files below DIR as those of local/UNIT/, in place of those before. Hand DIR and the signed FILE to the
publisher of the feed (feed publish-unit); the key stays here. Sign again before the signature expires.

  --files DIR    folder of the unit's files: DIR/alerts.json becomes local/UNIT/alerts.json
  --key FILE     private key of the unit (feed keygen --unit UNIT); may be given again
  --out FILE     where the signed metadata goes; the one that is there gives the version before
  --version N    version, one more than the unit's last (feed inspect FEED shows it), if that FILE is not at hand
  --days N       days that the signature is good for (${DEFAULT_DAYS.targets})
  --json         print the result as JSON`,
  async run(args, { print, now }) {
    const { values, positionals } = readArguments(
      "sign-unit",
      args,
      {
        files: { type: "string" },
        key: { type: "string", multiple: true, default: [] },
        out: { type: "string" },
        version: { type: "string" },
        days: { type: "string", default: String(DEFAULT_DAYS.targets) },
        json: { type: "boolean", default: false },
      },
      ["UNIT"],
    );
    const [unit = ""] = positionals;
    unitRole(unit);
    const folder = required("sign-unit", "files", values.files);
    const out = required("sign-unit", "out", values.out);
    required("sign-unit", "key", values.key[0]);
    const days = wholeNumber("sign-unit", "days", values.days, 1, 3650);
    const version =
      values.version === undefined
        ? (await readUnitVersion(out, unit)) + 1
        : wholeNumber("sign-unit", "version", values.version, 1, Number.MAX_SAFE_INTEGER);
    const signers = await Promise.all(values.key.map(readKeyFile));
    const files = await readUnitFiles(folder, unit);
    const targets = Object.fromEntries(
      files.map(({ path, bytes }) => [path, describeTarget(bytes)]),
    );
    const at = { now: now(), days };
    const signed = signUnitMetadata(unit, version, targets, signers, at);
    await onDisk(out, () => writeFileAtomic(out, signed));
    const expires = expiryAfter(now(), days);
    if (values.json) print(JSON.stringify({ unit, version, expires, files: Object.keys(targets) }));
    else {
      for (const path of Object.keys(targets)) print(path);
      print(
        `Signed version ${version} of ${unitFolder(unit)}, ${grouped(files.length)} files, good until ${expires}.`,
      );
    }
    return 0;
  },
};
