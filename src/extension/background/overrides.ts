import * as z from "zod/mini";
import type { Address } from "../../core/host/address.ts";
import { pathConditions } from "../../core/path-plan/path-conditions.ts";
import { exactCondition } from "../../core/path-plan/path-groups.ts";
import type { Knowledge } from "../../core/verdict/judge.ts";
import type { Verdict } from "../../core/verdict/verdict.ts";
import type { LiveOverride } from "../messages.ts";
import type { Alarms } from "../platform/alarms.ts";
import type { Rule, Rules } from "../platform/rules.ts";
import type { SessionMemory } from "../platform/session-memory.ts";
import type { Tabs } from "../platform/tabs.ts";
import { collectHosts } from "./enforcement/collect-hosts.ts";
import { listedBelow } from "./enforcement/listed-below.ts";
import { pathRule, redirectTo } from "./enforcement/path-rules.ts";
import { PRIORITY } from "./enforcement/priority.ts";
import type { Store } from "./store/store.ts";

/**
 * "Go on anyway": one entry, one tab and those opened from it, a limited time. Ends with the browser.
 *
 * A host opens with all that is listed on it. A path entry opens what it covers, and no other entry: what is listed by
 * itself below it, or beside it on that host, stays closed.
 */
export interface Overrides {
  /** Those that hold in a tab. */
  of(tabId: number): Promise<{ entry: string; until: number }[]>;
  all(): Promise<LiveOverride[]>;
  /**
   * @param entry a host, or the name of the one path entry that is to be opened ("host/path")
   * @param trace false in a private window, of which nothing may be kept
   * @returns until when, milliseconds since the epoch
   */
  grant(entry: string, tabId: number, minutes: number, trace?: boolean): Promise<number>;
  /**
   * Lets a tab share the override of the tab that opened it. False if that has none for this address.
   *
   * @param verdict on the address
   */
  join(address: Address, verdict: Verdict, tabId: number): Promise<boolean>;
  revoke(entry: string): Promise<void>;
  /**
   * Ends those whose time is over, and mends rules and alarm. At each start, and when the alarm rings. Writes nothing
   * where nothing was opened.
   */
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
/** Entries below an opened path that rules keep closed; any more the background sees to, told of the navigation. */
const MAX_BELOW = 50;
const MAX_RULES = 800;

export function createOverrides(needs: {
  memory: SessionMemory;
  /** Null where rules are not what enforces. */
  rules: Rules | null;
  alarms: Alarms;
  tabs: Tabs;
  store: Store;
  knowledgeSource: { current(): Promise<{ knowledge: Pick<Knowledge, "paths"> }> };
  now: () => number;
}): Overrides {
  const { memory, rules, alarms, tabs, store, knowledgeSource, now } = needs;
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
    if (rules) await rules.replaceSession(RULE_IDS, await rulesOf(live));
    if (live.length > 0) return;
    await alarms.clear(OVERRIDE_ALARM);
    // Nothing is left to mend.
    await memory.set(MEMORY_KEY, undefined);
  }

  async function rulesOf(live: readonly Live[]): Promise<Rule[]> {
    const closed: Rule[] = [];
    const open: Rule[] = [];
    for (const { entry, tabs: tabIds } of live) {
      if (!isPath(entry)) {
        const hosts = { requestDomains: collectHosts([entry]), tabIds };
        open.push(pathRule(PRIORITY.override, ALLOW, hosts));
        continue;
      }
      open.push(...exactly(entry, PRIORITY.override, ALLOW, tabIds));
      for (const below of await entriesBelow(entry)) {
        const shut = tabIds.filter((id) => !live.some((one) => holds(one, below, id)));
        if (shut.length === 0) continue;
        closed.push(...exactly(below, PRIORITY.belowOverride, redirectTo(below), shut));
      }
    }
    // What is closed first: too many rules leave something closed, never open.
    return [...closed, ...open]
      .slice(0, MAX_RULES)
      .map((rule, i) => ({ ...rule, id: FIRST_RULE_ID + i }));
  }

  async function entriesBelow(path: string): Promise<string[]> {
    const { knowledge } = await knowledgeSource.current();
    const lists = knowledge.paths.map(({ list }) => list);
    const below = listedBelow({ paths: new Set([path]), hosts: new Set() }, lists);
    const first: string[] = [];
    for (const name of below) {
      if (first.push(name) === MAX_BELOW) break;
    }
    return first;
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
    grant: (entry, tabId, minutes, trace = true) =>
      inTurn(async () => {
        const at = now();
        const until = at + minutes * 60_000;
        const before = await living();
        const others = before.filter(
          (override) => override.entry !== entry || !override.tabs.includes(tabId),
        );
        // The trace first: nothing is open that left none.
        const host = entry.split(/[/?]/, 1)[0] ?? entry;
        if (trace) await store.overrides.add({ host, at, until });
        await widen(before, [...others, { entry, until, tabs: [tabId] }].slice(-MAX_LIVE));
        return until;
      }),
    join: (address, verdict, tabId) =>
      inTurn(async () => {
        const opener = (await tabs.get(tabId))?.opener ?? null;
        if (opener === null) return false;
        const live = await living();
        const shared = live.find(
          (override) => opens(override.entry, address, verdict) && override.tabs.includes(opener),
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
    tidy: () =>
      inTurn(async () => {
        // Also where nothing is live: a rule may have been left by a background that was killed.
        const left = (await memory.get(MEMORY_KEY)) ?? (await alarms.next(OVERRIDE_ALARM));
        if (left !== null) await write(await living());
      }),
  };
}

/**
 * True if an override of this entry lets an address through.
 *
 * @param verdict on the address
 */
export function opens(entry: string, address: Address, verdict: Verdict): boolean {
  if (isPath(entry)) return listedPath(verdict) === entry;
  return address.host === entry || address.host.endsWith(`.${entry}`);
}

/** The path entry that a verdict rests on. */
export function listedPath({ reasons }: Verdict): string | null {
  const listed = reasons.find((reason) => reason.code === "listed" && reason.scope === "path");
  return listed?.code === "listed" ? listed.entry : null;
}

function holds({ entry, tabs }: Live, other: string, tabId: number): boolean {
  return entry === other && tabs.includes(tabId);
}

function isPath(entry: string): boolean {
  return /[/?]/.test(entry);
}

const ALLOW: Rule["action"] = { type: "allow" };

function exactly(name: string, priority: number, action: Rule["action"], tabIds: number[]): Rule[] {
  const expression = exactCondition(name);
  const conditions = expression === null ? pathConditions(name) : [expression];
  return conditions.map((condition) => pathRule(priority, action, { ...condition, tabIds }));
}

const RULE_IDS = Array.from({ length: MAX_RULES }, (_, i) => FIRST_RULE_ID + i);
