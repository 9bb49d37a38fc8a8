import * as z from "zod/mini";
import type { Address } from "../../core/host/address.ts";
import { pathCandidates } from "../../core/verdict/path-candidates.ts";
import type { LiveOverride } from "../messages.ts";
import type { Alarms } from "../platform/alarms.ts";
import type { Rules } from "../platform/rules.ts";
import type { SessionMemory } from "../platform/session-memory.ts";
import type { Tabs } from "../platform/tabs.ts";
import { collectHosts } from "./enforcement/collect-hosts.ts";
import { MAX_CONDITIONS, pathConditions } from "./enforcement/path-conditions.ts";
import { PRIORITY } from "./enforcement/priority.ts";
import { allowHosts } from "./enforcement/rule-set.ts";
import type { Store } from "./store/store.ts";

/** "Go on anyway": one entry, one tab and those opened from it, a limited time. Ends with the browser. */
export interface Overrides {
  /** Those that hold in a tab. */
  of(tabId: number): Promise<{ entry: string; until: number }[]>;
  all(): Promise<LiveOverride[]>;
  /**
   * @param entry a host, or the name of the one path entry that is to be opened ("host/path")
   * @returns until when, milliseconds since the epoch
   */
  grant(entry: string, tabId: number, minutes: number): Promise<number>;
  /** Lets a tab share the override of the tab that opened it. False if that has none for this address. */
  join(address: Address, tabId: number): Promise<boolean>;
  revoke(entry: string): Promise<void>;
  /** Ends those whose time is over, and mends rules and alarm. At each start, and when the alarm rings. */
  tidy(): Promise<void>;
}

const liveSchema = z.array(
  z.object({ entry: z.string(), until: z.number(), tabs: z.array(z.int()) }),
);
type Live = z.infer<typeof liveSchema>[number];

export const OVERRIDE_ALARM = "overrides";
const MEMORY_KEY = "overrides";
const FIRST_RULE_ID = 10_000;
const MAX_LIVE = 100;

export function createOverrides(needs: {
  memory: SessionMemory;
  /** Null where rules are not what enforces. */
  rules: Rules | null;
  alarms: Alarms;
  tabs: Tabs;
  store: Store;
  now: () => number;
}): Overrides {
  const { memory, rules, alarms, tabs, store, now } = needs;
  let last: Promise<unknown> = Promise.resolve();

  /** Changes run one after the other: each reads what the one before has written. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function read(): Promise<Live[]> {
    const kept = liveSchema.safeParse((await memory.get(MEMORY_KEY)) ?? []);
    // What can't be read opens nothing.
    return kept.success ? kept.data : [];
  }

  async function living(): Promise<Live[]> {
    return (await read()).filter(({ until }) => until > now());
  }

  /**
   * Memory before rules: a rule that memory does not know would never end. The alarm before rules too, so that what this
   * leaves undone is mended when it rings.
   */
  async function write(live: Live[]): Promise<void> {
    await memory.set(MEMORY_KEY, live);
    if (live.length > 0) {
      const next = Math.min(...live.map(({ until }) => until));
      await alarms.set(OVERRIDE_ALARM, Math.max((next - now()) / 60_000, 0.01));
    }
    const conditions = live.flatMap(({ entry, tabs: tabIds }) =>
      isPath(entry)
        ? pathConditions(entry).map((condition) => ({ ...condition, tabIds }))
        : [{ requestDomains: collectHosts([entry]), tabIds }],
    );
    const allowances = conditions.map((condition, i) =>
      allowHosts(FIRST_RULE_ID + i, PRIORITY.override, [], condition),
    );
    await rules?.replaceSession(RULE_IDS, allowances);
    if (live.length === 0) await alarms.clear(OVERRIDE_ALARM);
  }

  /** Opens more than before, or leaves all as it was: who was told of a failure must not find the site open later. */
  async function widen(before: readonly Live[], live: Live[]): Promise<void> {
    try {
      await write(live);
    } catch (error) {
      await write([...before]);
      throw error;
    }
  }

  return {
    of: async (tabId) => (await living()).filter((override) => override.tabs.includes(tabId)),
    async all() {
      const live = await living();
      return live.flatMap(({ entry, until, tabs: ids }) =>
        ids.map((tabId) => ({ entry, tabId, until })),
      );
    },
    grant: (entry, tabId, minutes) =>
      inTurn(async () => {
        const at = now();
        const until = at + minutes * 60_000;
        const before = await living();
        const others = before.filter(
          (override) => override.entry !== entry || !override.tabs.includes(tabId),
        );
        // The trace first: nothing is open that left none.
        await store.overrides.add({ host: entry.split(/[/?]/, 1)[0] ?? entry, at, until });
        await widen(before, [...others, { entry, until, tabs: [tabId] }].slice(-MAX_LIVE));
        return until;
      }),
    join: (address, tabId) =>
      inTurn(async () => {
        const opener = (await tabs.get(tabId))?.opener ?? null;
        if (opener === null) return false;
        const live = await living();
        const shared = live.find(
          (override) => opens(override.entry, address) && override.tabs.includes(opener),
        );
        if (!shared || shared.tabs.includes(tabId)) return false;
        const joined = { ...shared, tabs: [...shared.tabs, tabId] };
        await widen(
          live,
          live.map((override) => (override === shared ? joined : override)),
        );
        return true;
      }),
    revoke: (entry) =>
      inTurn(async () => write((await living()).filter((override) => override.entry !== entry))),
    // Also where nothing is live: a rule may have been left by a background that was killed.
    tidy: () => inTurn(async () => write(await living())),
  };
}

/** True if an override of this entry lets an address through: a host itself and what is below it, or just that path. */
export function opens(entry: string, address: Address): boolean {
  if (isPath(entry)) return pathCandidates(address).includes(entry);
  return address.host === entry || address.host.endsWith(`.${entry}`);
}

function isPath(entry: string): boolean {
  return /[/?]/.test(entry);
}

const RULE_IDS = Array.from({ length: MAX_LIVE * MAX_CONDITIONS }, (_, i) => FIRST_RULE_ID + i);
