import { browser } from "wxt/browser";

const AREAS = ["local", "managed", "session", "sync"] as const;

type Closable = { setAccessLevel?(details: { accessLevel: string }): Promise<void> };

/**
 * Closes all storage to content scripts, and so to a page's process that was taken over: it could read and write what
 * they can. Chromium keeps three areas open unless told, and remembers what it was told; Firefox knows no such levels
 * and keeps `storage.session` closed.
 */
export async function closeStorageToContentScripts(): Promise<void> {
  for (const area of AREAS) {
    const storage = browser.storage[area] as Closable;
    await storage.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
  }
}
