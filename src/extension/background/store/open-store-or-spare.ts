import type { SyncProblem } from "../../messages.ts";
import { openStore, type Store } from "./store.ts";

const SPARE = "tinhtao-spare";

/**
 * Opens the database. Where the browser can't open it, or it holds what no version up to this one has written, a spare
 * one takes its place until it can be read again: nothing in it is deleted, and protection goes on from the package.
 */
export async function openStoreOrSpare(
  now: () => number,
): Promise<{ store: Store; problem: SyncProblem | null }> {
  try {
    const store = await openStore();
    await store.state();
    return { store, problem: null };
  } catch (error) {
    const store = await openStore(SPARE);
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { store, problem: { code: "storage", detail, at: now() } };
  }
}
