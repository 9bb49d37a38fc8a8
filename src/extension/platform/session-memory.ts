import { browser } from "wxt/browser";

/** Values that outlive the background's death and end with the browser (storage.session). */
export interface SessionMemory {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

export function browserSessionMemory(): SessionMemory {
  return {
    get: async (key) => (await browser.storage.session.get(key))[key],
    set: (key, value) => browser.storage.session.set({ [key]: value }),
  };
}
