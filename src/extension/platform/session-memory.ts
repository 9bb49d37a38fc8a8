import { browser } from "wxt/browser";

/**
 * Values that outlive the background's death and end with the browser: `storage.session`, which both browsers hold in
 * memory and never write to disk. Of 10 MB in all, so what pages choose must be bounded.
 */
export interface SessionMemory {
  get(key: string): Promise<unknown>;
  /** Forgets the key if the value is undefined. */
  set(key: string, value: unknown): Promise<void>;
}

export function browserSessionMemory(): SessionMemory {
  const { session } = browser.storage;
  return {
    get: async (key) => (await session.get(key))[key],
    set: (key, value) =>
      value === undefined ? session.remove(key) : session.set({ [key]: value }),
  };
}

const FORMER_DATABASE = "tinhtao-session";
const DELETED_KEY = "former-database-deleted";

/**
 * Deletes the database in which versions up to 0.1 kept session memory, addresses of private windows included. Once a
 * session; may go when no browser can update from such a version any more.
 */
export async function deleteFormerDatabase(memory: SessionMemory): Promise<void> {
  if ((await memory.get(DELETED_KEY)) === true) return;
  await new Promise<void>((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase(FORMER_DATABASE);
    // A background of the former version that still has it open closes it when asked to.
    deletion.onsuccess = () => resolve();
    deletion.onerror = () => reject(deletion.error);
  });
  await memory.set(DELETED_KEY, true);
}
