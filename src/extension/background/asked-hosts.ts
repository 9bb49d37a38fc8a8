import { ASKED_KEY } from "../platform/guard-link.ts";
import type { OpenMemory } from "../platform/session-memory.ts";

const MOST = 500;

/** Hosts whose pages have asked for a verdict, and need not again until the lists change. */
export interface AskedHosts {
  note(host: string): Promise<void>;
  forget(): Promise<void>;
}

/** @param memory which content scripts can read, so that they need not wake the background */
export function createAskedHosts(memory: OpenMemory): AskedHosts {
  return {
    async note(host) {
      const asked = ((await memory.get(ASKED_KEY)) as string[] | undefined) ?? [];
      if (!asked.includes(host)) await memory.set(ASKED_KEY, [...asked, host].slice(-MOST));
    },
    forget: () => memory.set(ASKED_KEY, []),
  };
}
