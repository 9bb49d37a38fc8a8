import { artifactPath } from "../../../core/feed/artifacts.ts";
import { type Decisions, readDecisions } from "../../../core/report/decisions.ts";
import type { Store } from "../store/store.ts";

/** What the feed has last told of decided reports; `damaged` names the stored file if it must be fetched again. */
export async function storedDecisions(
  store: Pick<Store, "state" | "file">,
): Promise<{ told: Decisions | null; damaged: string[] }> {
  const { artifacts } = await store.state();
  const artifact = artifacts.find(({ kind }) => kind === "decisions");
  if (artifact === undefined) return { told: null, damaged: [] };
  try {
    const bytes = await store.file(artifact.sha256);
    if (bytes === null) throw new Error("the stored file is gone");
    return { told: readDecisions(bytes), damaged: [] };
  } catch (error) {
    console.warn("Tỉnh Táo", artifact.path, error);
    return { told: null, damaged: [artifactPath("decisions")] };
  }
}
