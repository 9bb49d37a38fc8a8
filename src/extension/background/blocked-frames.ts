import type { SessionMemory } from "../platform/session-memory.ts";
import type { Tabs } from "../platform/tabs.ts";

/** Most addresses that are remembered of one tab. */
const MAX_FRAMES = 20;

/** Listed frames that were replaced by a notice, by tab, as long as the tab stays on its page. */
export interface BlockedFrames {
  add(tabId: number, url: string): Promise<void>;
  of(tabId: number): Promise<string[]>;
}

interface Seen {
  /** What the tab showed. */
  page: string;
  frames: string[];
}

export function createBlockedFrames(needs: { memory: SessionMemory; tabs: Tabs }): BlockedFrames {
  const { memory, tabs } = needs;
  const key = (tabId: number) => `frames ${tabId}`;

  async function read(tabId: number): Promise<Seen | null> {
    const tab = await tabs.get(tabId);
    if (!tab) return null;
    const page = tab.url.split("#", 1)[0] ?? "";
    const seen = (await memory.get(key(tabId))) as Seen | undefined;
    return seen?.page === page ? seen : { page, frames: [] };
  }

  return {
    async add(tabId, url) {
      const seen = await read(tabId);
      if (!seen || seen.frames.includes(url)) return;
      await memory.set(key(tabId), { ...seen, frames: [...seen.frames, url].slice(-MAX_FRAMES) });
    },
    of: async (tabId) => (await read(tabId))?.frames ?? [],
  };
}
