import * as z from "zod/mini";
import type { Alarms } from "../../platform/alarms.ts";
import type { Rule, Rules } from "../../platform/rules.ts";
import type { SessionMemory } from "../../platform/session-memory.ts";
import type { Tabs } from "../../platform/tabs.ts";
import { PRIORITY } from "../enforcement/priority.ts";
import { originOf } from "./origin.ts";

/** Notices that a site may have in one tab; the page with most that is known of has four. */
const MOST_NOTICES = 50;
const MEMORY_KEY = "frame-flood";
/** Minutes between looks at whether a tab has gone on. */
const LOOK_EVERY = 1;
export const FRAME_FLOOD_ALARM = "frame-flood";
/** Of a session rule: those of the drift have lower ones, those of overrides higher. */
const RULE_ID = 9_000;

/**
 * Ends pages that fill themselves with blocked frames: each notice is a page of the extension, and all of them share one
 * process with what judges pages. A tab that has had its share gets no frames at all until it shows another site.
 */
export interface FrameFlood {
  /** Counts a notice. */
  note(tabId: number): Promise<void>;
  isFull(tabId: number): Promise<boolean>;
  /** Forgets the tabs that show another site by now. At each start, and when the alarm rings. */
  tidy(): Promise<void>;
}

const countsSchema = z.array(z.object({ tabId: z.int(), origin: z.string(), count: z.int() }));
type Counts = z.infer<typeof countsSchema>;

export function createFrameFlood(needs: {
  memory: SessionMemory;
  /** Null where requests are answered one by one. */
  rules: Rules | null;
  alarms: Alarms;
  tabs: Tabs;
}): FrameFlood {
  const { memory, rules, alarms, tabs } = needs;
  let last: Promise<unknown> = Promise.resolve();

  /** Changes run one after the other: each reads what the one before has written. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  /** As memory has it: nobody else writes there, and a flood is no time to ask it again and again. */
  let known: Counts | null = null;

  async function read(): Promise<Counts> {
    if (known !== null) return known;
    const kept = countsSchema.safeParse((await memory.get(MEMORY_KEY)) ?? []);
    known ??= kept.success ? kept.data : [];
    return known;
  }

  async function keep(counts: Counts): Promise<void> {
    known = counts;
    await memory.set(MEMORY_KEY, counts.length > 0 ? counts : undefined);
  }

  /** Memory before the rule: one that memory does not know would never end. */
  async function write(counts: Counts): Promise<void> {
    await keep(counts);
    const tabIds = counts.filter(isFull).map(({ tabId }) => tabId);
    if (tabIds.length > 0) await alarms.set(FRAME_FLOOD_ALARM, LOOK_EVERY);
    await rules?.replaceSession([RULE_ID], tabIds.length > 0 ? [noFrames(tabIds)] : []);
  }

  return {
    note: (tabId) =>
      inTurn(async () => {
        const [tab, counts] = await Promise.all([tabs.get(tabId), read()]);
        const origin = originOf(tab?.url ?? "");
        if (origin === null) return;
        const seen = counts.find((one) => one.tabId === tabId && one.origin === origin);
        if (seen && isFull(seen)) return;
        const count = { tabId, origin, count: (seen?.count ?? 0) + 1 };
        const all = [...counts.filter((one) => one.tabId !== tabId), count];
        await (isFull(count) ? write(all) : keep(all));
      }),
    isFull: async (tabId) => (await read()).some((one) => one.tabId === tabId && isFull(one)),
    tidy: () =>
      inTurn(async () => {
        const counts = await read();
        if (counts.length === 0) return;
        const open = new Map((await tabs.all()).map(({ id, url }) => [id, originOf(url)]));
        await write(counts.filter(({ tabId, origin }) => open.get(tabId) === origin));
      }),
  };
}

const isFull = ({ count }: { count: number }) => count >= MOST_NOTICES;

const noFrames = (tabIds: number[]): Rule => ({
  id: RULE_ID,
  priority: PRIORITY.frameFlood,
  action: { type: "block" },
  condition: { tabIds, resourceTypes: ["sub_frame"] as Rule["condition"]["resourceTypes"] },
});
