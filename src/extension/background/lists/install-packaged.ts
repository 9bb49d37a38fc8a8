import { isCategoryOn } from "../../../core/verdict/knowledge.ts";
import type { PolicySource } from "../policy-source.ts";
import type { InstalledArtifact } from "../store/state.ts";
import type { Bytes, Store } from "../store/store.ts";
import { fileNames, filesOf, KINDS } from "./knowledge-source.ts";
import { listHistoryWith } from "./list-history.ts";
import type { PackagedArtifact } from "./packaged-feed.ts";

/**
 * Installs what the package ships where nothing newer is installed: at the first start, after an update of the
 * extension, and when policy turns a category on.
 *
 * @returns true if anything was installed
 */
export async function installPackaged(needs: {
  store: Store;
  policy: PolicySource;
  packaged: () => Promise<PackagedArtifact[]>;
  extensionVersion: string;
  now: () => number;
}): Promise<boolean> {
  const { store, extensionVersion } = needs;
  const policy = await needs.policy.current();
  const seen = `${extensionVersion} ${policy.categories.join(" ")}`.trim();
  const { packageSeen, artifacts } = await store.state();
  if (packageSeen === seen) return false;

  const news: InstalledArtifact[] = [];
  const files = new Map<string, Bytes>();
  for (const { about, read } of await needs.packaged()) {
    if (!KINDS.has(about.kind) || !isCategoryOn(about.category, policy)) continue;
    const installed = artifacts.find(({ path }) => path === about.path);
    if (installed && !isNewer(about, installed)) continue;
    const bytes = await read();
    for (const [name, file] of filesOf(about, bytes, policy)) files.set(name, file);
    news.push(about);
  }
  await store.commit((state) => {
    const replaced = new Set(news.map(({ path }) => path));
    const now = [...state.artifacts.filter(({ path }) => !replaced.has(path)), ...news];
    return {
      state: {
        ...state,
        artifacts: now,
        packageSeen: seen,
        // Another version may be able to read what this one's forerunner could not.
        told: { ...state.told, refused: [] },
        listHistory: listHistoryWith(state, now, 0, needs.now()),
      },
      files,
      keepFiles: fileNames(now),
    };
  });
  return news.length > 0;
}

function isNewer(packaged: InstalledArtifact, installed: InstalledArtifact): boolean {
  if (packaged.sha256 === installed.sha256) return false;
  // An older package never takes back what the feed has brought; a package of the same origin is this version's own.
  if (installed.origin === "package") return true;
  return (packaged.made ?? 0) > (installed.made ?? 0);
}
