import { globSync, readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseSync } from "vite";
import { seededRandom } from "../bench/random.ts";
import { cook, createRecipes, wordsOf } from "./hostile-text.ts";
import { READERS } from "./readers.ts";
import { seedTexts } from "./samples.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What a function takes that may read hostile input: text, bytes, or what JSON says. */
const TAKES_INPUT = /\bstring\b|\bunknown\b|\bUint8Array\b|\bArrayBuffer\b|\bPageFacts\b/;

/** Exported functions of src/core that take text or bytes, but only of our own making; each says whose. */
const OWN: Readonly<Record<string, string>> = {
  // The publisher's and the reviewers' own texts, on their own machines.
  "awareness/content-kind.ts isContentKind": "a name of ours",
  "awareness/content.ts readContent": "our content's folder",
  "awareness/gsm7.ts gsm7Length": "our own alerts",
  "awareness/gsm7.ts toGsm7": "our own alerts",
  "awareness/template.ts fillTemplate": "our own templates",
  "awareness/template.ts unknownSlots": "our own templates",
  "awareness/topic.ts sentences": "our own content",
  "evidence/phrases.ts phrases": "our own vocabularies, when modules load",
  "feed/artifacts.ts deltaPath": "a path of ours",
  "feed/role-name.ts encodeRoleName": "a role that signed metadata names",
  "feed/target-search.ts findTarget": "asynchronous; its parts are read as metadata",
  "feed/update-plan.ts planUpdate": "paths of ours; the feed's part is readArtifact",
  "feed/file-check.ts checkFile": "compares hashes",
  "feed/file-check.ts knownHash": "compares hashes",
  "feed/snapshot.ts readSnapshot": "asynchronous; its schema is read",
  "report/decisions.ts decisionBytes": "a code that this browser made",
  "report/decisions.ts decisionKey": "a hash that this browser made",
};

/**
 * Exported functions of src/core that take text, bytes or JSON and that no reader reaches: whoever adds one adds it to the
 * readers, or to OWN with whose text it takes.
 */
export async function unreached(sources: readonly string[]): Promise<string[]> {
  const called = await calledByReaders(sources);
  return readersOfCore().filter((name) => !called.has(name) && !Object.hasOwn(OWN, name));
}

function readersOfCore(): string[] {
  return globSync("src/core/**/*.ts", { cwd: ROOT })
    .filter((file) => !file.endsWith(".d.ts"))
    .sort()
    .flatMap((file) => {
      const code = readFileSync(join(ROOT, file), "utf8");
      return parseSync(file, code).program.body.flatMap((node) => {
        if (node.type !== "ExportNamedDeclaration") return [];
        const { declaration } = node;
        if (declaration?.type !== "FunctionDeclaration" || declaration.id === null) return [];
        const [first] = declaration.params;
        if (first === undefined || !TAKES_INPUT.test(code.slice(first.start, first.end))) return [];
        return [`${file.replace("src/core/", "")} ${declaration.id.name}`];
      });
    });
}

/** "host/address.ts parseAddress": what ran while every reader read some short inputs, as V8 counts it. */
async function calledByReaders(sources: readonly string[]): Promise<Set<string>> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    const random = seededRandom(1);
    const seeds = seedTexts();
    const recipe = createRecipes(wordsOf(sources), seeds);
    for (const reader of Object.values(READERS)) {
      for (let variant = 0; variant < 48; variant++) {
        const text = variant % 3 === 0 ? random.pick(seeds) : cook(recipe(random), 600);
        try {
          reader.read(text, variant);
        } catch (error) {
          if (reader.throws?.(error) !== true) throw error;
        }
      }
    }
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const core = `${pathToFileURL(join(ROOT, "src/core")).href}/`;
    return new Set(
      result
        .filter(({ url }) => url.startsWith(core))
        .flatMap(({ url, functions }) =>
          functions
            .filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0)
            .map(({ functionName }) => `${url.slice(core.length)} ${functionName}`),
        ),
    );
  } finally {
    session.disconnect();
  }
}
