import type { LiftScript } from "../../platform/lift-script.ts";
import type { Rules } from "../../platform/rules.ts";
import type { SiteAccess } from "../../platform/site-access.ts";
import type { Library, Shelf } from "../library.ts";
import type { Drift, InstalledArtifact, RuleBase, State } from "../store/state.ts";
import { NO_DRIFT } from "../store/state.ts";
import type { Store } from "../store/store.ts";
import type { Enforcement } from "./enforcement.ts";
import { MAX_DRIFT_PATHS } from "./path-drift.ts";
import { baseRules, driftRules, MAX_DRIFT_ID, MAX_DYNAMIC_ID, probeHost } from "./rule-set.ts";

/** Part of a rule base's identity: to be raised when the form of the rules changes, so that they are written anew. */
const RULES_FORM = 3;

/** Names in the drift from which the base is written anew when the browser is quiet, and at once. */
const DRIFT_TO_COMPACT = 20_000;
const DRIFT_TOO_LARGE = 100_000;
const DRIFT_TOO_OLD = 24 * 60 * 60 * 1000;

/** Ids of all session rules of the drift. */
const DRIFT_IDS = Array.from({ length: MAX_DRIFT_ID }, (_, i) => i + 1);

/**
 * The list as rules that the browser process enforces, in two levels like a log-structured merge tree: a base of all
 * names in dynamic rules, which takes seconds to write and survives everything, and the drift since then in session
 * rules, which take milliseconds and end with the browser.
 */
export function createChromiumEnforcement(needs: {
  rules: Rules;
  lift: LiftScript;
  siteAccess: Pick<SiteAccess, "granted">;
  store: Store;
  library: Library;
  sha256: (text: string) => Promise<string>;
  warningUrl: string;
  now: () => number;
}): Enforcement {
  const { rules, lift, siteAccess, store, library, sha256, warningUrl, now } = needs;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function target(shelf: Pick<Shelf, "artifacts" | "policy">): Promise<RuleBase> {
    const lists: Record<string, string> = {};
    const others: string[] = [];
    for (const { path, kind, sha256: hash } of [...shelf.artifacts].sort(byPath)) {
      if (kind === "blocklist" || kind === "paths") lists[path] = hash;
      else others.push(path, hash);
    }
    const { deny, allow } = shelf.policy;
    const extras = await sha256(JSON.stringify([RULES_FORM, warningUrl, others, deny, allow]));
    return { id: await sha256(JSON.stringify([lists, extras])), lists, extras };
  }

  async function ensure(compacting: boolean): Promise<void> {
    const [state, drift, shelf] = await Promise.all([
      store.state(),
      store.drift(),
      library.shelf(),
    ]);
    const goal = await target(shelf);
    const { base } = state;
    const baseHolds = base !== null && (await rules.redirects(probeHost("base", base.id)));
    // What is in force is better than what could be made from a damaged list.
    if (shelf.damage !== null && baseHolds) return lift.register();
    if (base && baseHolds && !mustRewrite(base, drift, goal, compacting, now())) {
      if (!(await rules.redirects(probeHost("drift", goal.id)))) {
        await rules.replaceSession(
          DRIFT_IDS,
          driftRules(shelf.knowledge, drift, warningUrl, goal.id),
        );
      }
    } else {
      await rewrite(shelf, goal);
    }
    await lift.register();
  }

  async function rewrite(shelf: Shelf, goal: RuleBase): Promise<void> {
    // After a kill between the rules and the note of them, they are there already.
    if (!(await rules.redirects(probeHost("base", goal.id)))) {
      await rules.replaceDynamic(MAX_DYNAMIC_ID, baseRules(shelf.knowledge, warningUrl, goal.id));
    }
    await store.commit((state, drift) => ({
      state: { ...state, base: goal },
      drift: driftAfter(goal, state, drift),
    }));
    await rules.replaceSession(
      DRIFT_IDS,
      driftRules(shelf.knowledge, NO_DRIFT, warningUrl, goal.id),
    );
  }

  return {
    ensure: () => inTurn(() => ensure(false)),
    compact: () => inTurn(() => ensure(true)),
    // Not in turn: while a new base is written, which takes seconds, people must get an answer.
    async inForce() {
      // The probes below are the extension's own requests, which rules stop without access to any site.
      if (!(await siteAccess.granted())) return false;
      const [{ base }, shelf] = await Promise.all([store.state(), library.shelf()]);
      if (base === null || !(await rules.redirects(probeHost("base", base.id)))) return false;
      const goal = await target(shelf);
      return shelf.damage !== null || (await rules.redirects(probeHost("drift", goal.id)));
    },
  };
}

function mustRewrite(
  base: RuleBase,
  drift: Drift,
  goal: RuleBase,
  compacting: boolean,
  now: number,
): boolean {
  if (base.extras !== goal.extras || !leadsTo(base, drift, goal)) return true;
  const size = drift.hosts.length + drift.paths.length;
  if (size > DRIFT_TOO_LARGE) return true;
  const old = drift.since !== null && now - drift.since > DRIFT_TOO_OLD;
  const large = size > DRIFT_TO_COMPACT || drift.paths.length > MAX_DRIFT_PATHS;
  return compacting && size > 0 && (large || old);
}

/** True if the base and the names in the drift say all that the lists of today say. */
function leadsTo(base: RuleBase, drift: Drift, goal: RuleBase): boolean {
  const paths = Object.keys(goal.lists);
  return (
    paths.length === Object.keys(base.lists).length &&
    paths.every((path) => {
      const { from, to } = drift.heads[path] ?? { from: base.lists[path], to: base.lists[path] };
      return from === base.lists[path] && to === goal.lists[path];
    })
  );
}

/** An update may have gone on while the rules were written: then what is noted must not hide its names. */
function driftAfter(goal: RuleBase, state: State, drift: Drift): Drift {
  const moved = state.artifacts.some(
    ({ path, sha256 }: InstalledArtifact) => path in goal.lists && goal.lists[path] !== sha256,
  );
  // Names more than needed do no harm: each is judged by the lists in use.
  return moved ? drift : NO_DRIFT;
}

function byPath(a: InstalledArtifact, b: InstalledArtifact): number {
  return a.path < b.path ? -1 : 1;
}
