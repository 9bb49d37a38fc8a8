import type { InstalledArtifact, ListArrival, State } from "../store/state.ts";

/** Lists that are remembered: at one an hour two days, at one a day two months. */
const MOST = 60;

/**
 * The state's list history once these artifacts are in use; as it was if they hold the same lists as before.
 *
 * @param version of the feed, 0 for what comes with the package
 */
export function listHistoryWith(
  { artifacts: before, listHistory }: Pick<State, "artifacts" | "listHistory">,
  artifacts: readonly InstalledArtifact[],
  version: number,
  at: number,
): ListArrival[] {
  if (sameLists(before, artifacts)) return listHistory;
  const entries = artifacts.filter(isList).reduce((sum, { count }) => sum + (count ?? 0), 0);
  return [...listHistory, { version, entries, at }].slice(-MOST);
}

function sameLists(a: readonly InstalledArtifact[], b: readonly InstalledArtifact[]): boolean {
  const names = (artifacts: readonly InstalledArtifact[]) =>
    artifacts
      .filter(isList)
      .map(({ path, sha256 }) => `${path} ${sha256}`)
      .sort()
      .join();
  return names(a) === names(b);
}

function isList({ kind }: InstalledArtifact): boolean {
  return kind === "blocklist" || kind === "paths";
}
