import type { SyncProblem } from "../../messages.ts";
import { orLate } from "../or-late.ts";
import { openStore, type Store } from "./store.ts";

const SPARE = "tinhtao-spare";

/** Longest that a database may take to open, in milliseconds: a slow disk at the start of a machine needs seconds. */
export const OPEN_LIMIT = 20_000;

/**
 * Opens the database. Where the browser can't open it, gives no answer, or it holds what no version up to this one has
 * written, a spare one takes its place until it can be read again: nothing in it is deleted, and protection goes on from
 * the package.
 *
 * @throws if the spare one can't be opened either
 */
export async function openStoreOrSpare(
  now: () => number,
  pause: (milliseconds: number) => Promise<void>,
): Promise<{ store: Store; problem: SyncProblem | null }> {
  const open = async (name?: string) => {
    const store = await openStore(name);
    await store.state();
    return store;
  };
  const inTime = (opening: Promise<Store>) => orLate(opening, pause(OPEN_LIMIT));
  try {
    return { store: await inTime(open()), problem: null };
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { store: await inTime(open(SPARE)), problem: { code: "storage", detail, at: now() } };
  }
}
