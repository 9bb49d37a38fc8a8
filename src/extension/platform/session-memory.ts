import { browser } from "wxt/browser";

/** Values that outlive the background's death and end with the browser (storage.session). */
export interface SessionMemory {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Lets content scripts read it, never pages. To be called once a session; where the browser can't, nothing changes. */
  openToContentScripts(): Promise<void>;
}

export function browserSessionMemory(): SessionMemory {
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
