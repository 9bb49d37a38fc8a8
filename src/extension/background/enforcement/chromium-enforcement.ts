import type { Policy } from "../../../core/policy/policy.ts";
import type { LiftScript } from "../../platform/lift-script.ts";
import type { Rules } from "../../platform/rules.ts";
import type { SiteAccess } from "../../platform/site-access.ts";
import type { KnowledgeSource, OpenedKnowledge } from "../lists/knowledge-source.ts";
import type { Drift, InstalledArtifact, RuleBase, State } from "../store/state.ts";
import { NO_DRIFT } from "../store/state.ts";
import type { Store } from "../store/store.ts";
import type { Enforcement } from "./enforcement.ts";
import { MAX_DRIFT_PATHS } from "./path-drift.ts";
import {
  baseIds,
  baseRules,
  driftIds,
  driftRules,
  POLICY_IDS,
  policyRules,
  probeHost,
} from "./rule-set.ts";

/** Part of a rule base's identity: to be raised when the form of the rules changes, so that they are written anew. */
const RULES_FORM = 11;

/** Names in the drift from which the base is written anew when the browser is quiet, and at once. */
const DRIFT_TO_COMPACT = 20_000;
const DRIFT_TOO_LARGE = 100_000;
const DRIFT_TOO_OLD = 24 * 60 * 60 * 1000;

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
  knowledgeSource: KnowledgeSource;
  sha256: (text: string) => Promise<string>;
  warningUrl: string;
  now: () => number;
}): Enforcement {
  const { rules, lift, siteAccess, store, knowledgeSource, sha256, warningUrl, now } = needs;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function target(opened: Pick<OpenedKnowledge, "artifacts" | "policy">): Promise<RuleBase> {
    const lists: Record<string, string> = {};
    const brands: string[] = [];
    for (const { path, kind, sha256: hash } of [...opened.artifacts].sort(byPath)) {
      if (kind === "blocklist" || kind === "paths") lists[path] = hash;
      else if (kind === "brands") brands.push(path, hash);
    }
    const { deny, allow } = opened.policy;
    const extras = await sha256(JSON.stringify([RULES_FORM, warningUrl, brands, deny, allow]));
    return { id: await sha256(JSON.stringify([lists, extras])), lists, extras };
  }

  async function ensure(compacting: boolean): Promise<void> {
    const [state, drift, opened] = await Promise.all([
      store.state(),
      store.drift(),
      knowledgeSource.current(),
    ]);
    const goal = await target(opened);
    const { base } = state;
    const baseHolds = base !== null && (await rules.redirects(probeHost("base", base.id)));
    // What is in force is better than what could be made from a damaged list.
    const keep = opened.damage !== null && baseHolds;
    if (!keep) {
      if (base === null || !baseHolds || mustRewrite(base, drift, goal, compacting, now())) {
        await rewrite(opened, goal);
      } else if (!(await rules.redirects(probeHost("drift", goal.id)))) {
        await writeDrift(opened, drift, goal);
      }
    }
    await ensurePolicy(opened);
    await lift.register();
  }

  /** Policy goes on without the list: it may have come while a list was damaged. */
  async function ensurePolicy({ knowledge, policy }: OpenedKnowledge): Promise<void> {
    const id = await policyId(policy);
    if (await rules.redirects(probeHost("policy", id))) return;
    await rules.replaceDynamic(POLICY_IDS, policyRules(knowledge, warningUrl, id));
  }

  const policyId = ({ deny, allow }: Policy) => sha256(JSON.stringify([deny, allow]));

  async function rewrite(opened: OpenedKnowledge, goal: RuleBase): Promise<void> {
    // After a kill between the rules and the note of them, they are there already.
    if (!(await rules.redirects(probeHost("base", goal.id)))) {
      const ids = { base: goal.id, policy: await policyId(opened.policy) };
      await rules.replaceDynamic(baseIds(), baseRules(opened.knowledge, warningUrl, ids));
    }
    await store.commit((state, drift) => ({
      state: { ...state, base: goal },
      drift: driftAfter(goal, state, drift),
    }));
    await writeDrift(opened, NO_DRIFT, goal);
  }

  async function writeDrift(
    { knowledge }: OpenedKnowledge,
    drift: Drift,
    goal: RuleBase,
  ): Promise<void> {
    await rules.replaceSession(driftIds(), driftRules(knowledge, drift, warningUrl, goal.id));
  }

  return {
    ensure: () => inTurn(() => ensure(false)),
    compact: () => inTurn(() => ensure(true)),
    // Not in turn: while a new base is written, which takes seconds, people must get an answer.
    async inForce() {
      // The probes below are the extension's own requests, which rules stop without access to any site.
      if (!(await siteAccess.granted())) return false;
      const [{ base }, opened] = await Promise.all([store.state(), knowledgeSource.current()]);
      if (base === null || !(await rules.redirects(probeHost("base", base.id)))) return false;
      const probe =
        opened.damage === null
          ? probeHost("drift", (await target(opened)).id)
          : probeHost("policy", await policyId(opened.policy));
      return rules.redirects(probe);
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
