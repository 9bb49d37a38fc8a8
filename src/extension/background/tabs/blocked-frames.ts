import * as z from "zod/mini";
import { parseAddress } from "../../../core/host/address.ts";
import type { SessionMemory } from "../../platform/session-memory.ts";
import type { Tabs } from "../../platform/tabs.ts";

/** Most addresses that are remembered of one tab: a page chooses how many listed frames it has. */
const MAX_FRAMES = 5;
/** Characters of an address that are remembered after its host: a page chooses how long it is. */
const MAX_REST = 200;
const MEMORY_KEY = "frames";

/** Frames that were replaced by a notice, listed or found by evidence, by tab, as long as the tab stays on its page. */
export interface BlockedFrames {
  add(tabId: number, url: string): Promise<void>;
  of(tabId: number): Promise<string[]>;
  has(tabId: number, url: string): Promise<boolean>;
  /**
   * Forgets the tabs that are closed. At each start: a listener to tabs that close would wake the background for every
   * one of them.
   */
  tidy(): Promise<void>;
}

const seenSchema = z.array(
  z.object({
    tabId: z.int(),
    /** What the tab showed. */
    page: z.string(),
    frames: z.array(z.string()),
  }),
);
type Seen = z.infer<typeof seenSchema>[number];

export function createBlockedFrames(needs: { memory: SessionMemory; tabs: Tabs }): BlockedFrames {
  const { memory, tabs } = needs;
  let last: Promise<unknown> = Promise.resolve();

  /** Changes run one after the other: each reads what the one before has written. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  /** What is remembered of tabs that are open and still on the page it was seen on. */
  async function read(): Promise<Seen[]> {
    const [kept, open] = await Promise.all([memory.get(MEMORY_KEY), tabs.all()]);
    const parsed = seenSchema.safeParse(kept ?? []);
    if (!parsed.success) return [];
    const pages = new Map(open.map(({ id, url }) => [id, pageOf(url)]));
    return parsed.data.filter(({ tabId, page }) => pages.get(tabId) === page);
  }

  const of = async (tabId: number) =>
    (await read()).find((seen) => seen.tabId === tabId)?.frames ?? [];

  return {
    add: (tabId, url) =>
      inTurn(async () => {
        const [tab, all] = await Promise.all([tabs.get(tabId), read()]);
        if (!tab) return;
        const known = all.find((seen) => seen.tabId === tabId)?.frames ?? [];
        const frame = shortened(url);
        if (known.includes(frame)) return;
        const seen = { tabId, page: pageOf(tab.url), frames: [...known, frame].slice(-MAX_FRAMES) };
        await memory.set(MEMORY_KEY, [...all.filter((other) => other.tabId !== tabId), seen]);
      }),
    of,
    has: async (tabId, url) => (await of(tabId)).includes(shortened(url)),
    tidy: () => inTurn(async () => memory.set(MEMORY_KEY, await read())),
  };
}

/** Enough of a tab's address to see that it has gone on. */
function pageOf(url: string): string {
  return shortened(url.split("#", 1)[0] ?? "");
}

function shortened(url: string): string {
  const parsed = parseAddress(url);
  if (!parsed.ok) return url.slice(0, MAX_REST);
  const { address } = parsed;
  const end = address.url.indexOf("/", address.scheme.length + 3);
  return address.url.slice(0, end + 1 + MAX_REST);
}
