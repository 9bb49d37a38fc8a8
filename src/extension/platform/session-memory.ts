import { type IDBPDatabase, openDB } from "idb";
import { browser } from "wxt/browser";

/** Values that outlive the background's death and end with the browser. */
export interface SessionMemory {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/** Session memory that content scripts reach too, so nothing that opens a site may lie in it. */
export interface OpenMemory extends SessionMemory {
  /** Lets content scripts in, never pages. To be called once a session; where the browser can't, nothing changes. */
  openToContentScripts(): Promise<void>;
}

export function browserOpenMemory(): OpenMemory {
  return {
    get: async (key) => (await browser.storage.session.get(key))[key],
    set: (key, value) => browser.storage.session.set({ [key]: value }),
    async openToContentScripts() {
      if (import.meta.env.FIREFOX) return;
      await browser.storage.session.setAccessLevel({
        accessLevel: "TRUSTED_AND_UNTRUSTED_CONTEXTS",
      });
    },
  };
}

const SESSION_KEY = "session";

/**
 * Session memory that only the extension's own pages and background reach. A page's process that was taken over can read
 * and write `storage.session` once that is open to content scripts, and there is no opening a part of it. So the values
 * lie in a database of their own, under a name that the open memory keeps and that dies with the browser; whoever
 * changes that name loses the values and gains nothing.
 */
export function closedMemory(open: SessionMemory): SessionMemory {
  let opening: Promise<IDBPDatabase> | null = null;

  async function openOfThisSession(): Promise<IDBPDatabase> {
    const db = await openDB("tinhtao-session", 1, {
      upgrade(database) {
        database.createObjectStore("values");
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    const session = await open.get(SESSION_KEY);
    const kept: unknown = await db.get("values", SESSION_KEY);
    if (kept === undefined || kept !== session) {
      const next = crypto.randomUUID();
      const tx = db.transaction("values", "readwrite");
      await Promise.all([tx.store.clear(), tx.store.put(next, SESSION_KEY), tx.done]);
      await open.set(SESSION_KEY, next);
    }
    return db;
  }

  function database(): Promise<IDBPDatabase> {
    opening ??= openOfThisSession().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  return {
    async get(key) {
      // Nothing was kept in this session: a starting browser need not wait for a second database.
      if (opening === null && (await open.get(SESSION_KEY)) === undefined) return undefined;
      return (await database()).get("values", key);
    },
    async set(key, value) {
      await (await database()).put("values", value, key);
    },
  };
}
