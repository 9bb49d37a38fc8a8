import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { baseRules, manifestFor } from "./house.ts";
import { hash, knowledge } from "./verdicts.ts";

const ROOT = join(import.meta.dirname, "../..");

export const manifests = () => ({
  chromium: manifestFor("chromium", []),
  firefox: manifestFor("firefox", []),
});

/** Each dynamic rule for the shipped list. Long host lists are replaced by a count and a hash. */
export function rules(): unknown[] {
  const ids = { base: "base", policy: "policy" };
  const all = baseRules(knowledge, "chrome-extension://golden/warning.html", ids);
  return all.map((rule) => {
    const { requestDomains, ...condition } = rule.condition;
    const hosts =
      requestDomains && requestDomains.length > 20
        ? { count: requestDomains.length, sha256: hash(requestDomains.join("\n")) }
        : requestDomains;
    return { ...rule, condition: { ...condition, requestDomains: hosts } };
  });
}

/** Hash of each file of the packaged snapshot. */
export function snapshotFiles(): Record<string, string> {
  const folder = join(ROOT, "assets/snapshot");
  return Object.fromEntries(
    filesBelow(folder).map((name) => [name, hash(readFileSync(join(folder, name)))]),
  );
}

/** Bytes of each bundle in the last build, with chunks and assets summed because their names carry hashes. Null if nothing is built. */
export function bundleSizes(): Record<string, Record<string, number>> | null {
  const builds = ["chrome-mv3", "firefox-mv3"].map((name) => [name, join(ROOT, ".output", name)]);
  if (!builds.every(([, folder = ""]) => existsSync(folder))) return null;
  return Object.fromEntries(
    builds.map(([name = "", folder = ""]) => {
      const sizes: Record<string, number> = {};
      for (const file of filesBelow(folder).filter((one) => /\.(?:js|css)$/.test(one))) {
        const kind = file.replace(/^(chunks|assets)\/.*\.(js|css)$/, "$1/*.$2");
        sizes[kind] = (sizes[kind] ?? 0) + statSync(join(folder, file)).size;
      }
      return [name, sizes];
    }),
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
