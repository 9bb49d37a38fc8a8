import { fileURLToPath } from "node:url";
import { DEFAULT_FILES } from "../../node/default-files.ts";
import { type Command, readArguments } from "../command-line.ts";
import { makeSnapshot, writeSnapshot } from "../make-snapshot.ts";
import { createProgress, grouped } from "../progress.ts";
import { violationLine } from "../violation-line.ts";

const OUT = fileURLToPath(new URL("../../../assets/snapshot", import.meta.url));

export const snapshot: Command = {
  name: "snapshot",
  summary: "make the snapshot that ships inside the package",
  help: `feed snapshot [--popular FILE] [--sources FILE] [--out DIR]

Makes assets/snapshot from the lists that ship. It is committed, so that a package can be built without network; run
this again after a change of src/content.

  --popular FILE   popular hosts that must never be blocked; may be given again
  --sources FILE   sources.json; the lists that ship unless given
  --out DIR        folder of the snapshot (assets/snapshot)`,
  async run(args, needs) {
    const { values } = readArguments("snapshot", args, {
      popular: { type: "string", multiple: true, default: [] },
      sources: { type: "string", default: DEFAULT_FILES.sources },
      out: { type: "string", default: OUT },
    });
    const { sources, popular } = values;
    const made = await makeSnapshot(
      { ...DEFAULT_FILES, sources, popular, shared: [], exclude: [], contacts: [] },
      createProgress(needs.stderr, needs.elapsed),
    );
    if (made.violations !== null) {
      for (const violation of made.violations) needs.print(violationLine(violation));
      needs.print(`Refused: ${grouped(made.violations.length)} entries may not enter.`);
      return 1;
    }
    await writeSnapshot(values.out, made.files);
    for (const { path, count } of made.index.artifacts) {
      const bytes = made.files.get(path)?.length ?? 0;
      needs.print(`${path}  ${grouped(count)} entries, ${grouped(bytes)} bytes`);
    }
    return 0;
  },
};
