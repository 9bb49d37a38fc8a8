import { browser } from "wxt/browser";

export interface ManagedPolicy {
  /** What the machine's administrator set, as it came; null if nobody manages this browser. */
  read(): Promise<unknown>;
  /** Must be called while the background's script first runs. */
  onChange(listener: () => void): void;
}

export function browserManagedPolicy(): ManagedPolicy {
  return {
    async read() {
      try {
        const given = await browser.storage.managed.get();
        return Object.keys(given).length === 0 ? null : given;
      } catch (error) {
        // Firefox rejects where no policy names this extension: "Managed storage manifest not found".
        if (error instanceof Error && /manifest not found/i.test(error.message)) return null;
        throw error;
      }
    },
    onChange(listener) {
      browser.storage.onChanged.addListener((_changes, area) => {
        if (area === "managed") listener();
      });
    },
  };
}
