import type { Artifact } from "../../../core/feed/artifacts.ts";
import type { InstalledArtifact } from "../store/state.ts";

/** What is kept of an artifact that the feed has brought. */
export function describeArtifact({
  path,
  kind,
  category,
  raw,
  count,
  made,
}: Artifact): InstalledArtifact {
  return { path, kind, category, sha256: raw.sha256, count, made, origin: "feed" };
}
