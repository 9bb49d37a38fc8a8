import { parseAddress } from "../../core/host/address.ts";
import { judge } from "../../core/verdict/judge.ts";
import type { Verdict } from "../../core/verdict/verdict.ts";
import type { VerdictAnswer } from "../messages.ts";
import { TEST_HOST } from "./enforcement/rule-set.ts";
import type { KnowledgeSource } from "./lists/knowledge-source.ts";
import { type Overrides, opens } from "./overrides.ts";

export interface Verdicts {
  /** Verdict on any address, as if nobody had gone on to it. */
  onAddress(url: string): Promise<VerdictAnswer>;
  /** Verdict on what a tab shows: a live override of that tab counts. Null for what is no web page. */
  inTab(url: string, tabId: number): Promise<Verdict | null>;
}

export function createVerdicts(needs: {
  knowledgeSource: KnowledgeSource;
  overrides: Overrides;
}): Verdicts {
  const { knowledgeSource, overrides } = needs;
  return {
    async onAddress(url) {
      const parsed = parseAddress(url);
      if (!parsed.ok) return { ok: false, problem: parsed.problem };
      const { knowledge } = await knowledgeSource.current();
      if (isTestHost(parsed.address.host))
        return { ok: true, verdict: testVerdict(knowledge.feedVersion) };
      return { ok: true, verdict: judge(parsed.address, knowledge) };
    },
    async inTab(url, tabId) {
      const parsed = parseAddress(url);
      if (!parsed.ok) return null;
      const { knowledge } = await knowledgeSource.current();
      if (isTestHost(parsed.address.host)) return testVerdict(knowledge.feedVersion);
      const verdict = judge(parsed.address, knowledge);
      // An override changes nothing else, and Firefox asks this for every request.
      if (verdict.level !== "block") return verdict;
      const live = await overrides.of(tabId);
      const { address } = parsed;
      const until = live.find(({ entry }) => opens(entry, address, verdict))?.until ?? null;
      return judge(address, { ...knowledge, overriddenUntil: () => until });
    },
  };
}

/** True if a rule for this host holds for the other: itself or below it. */
export function covers(host: string, other: string): boolean {
  return other === host || other.endsWith(`.${host}`);
}

/** True for the host that is always listed, and below it. */
export function isTestHost(host: string): boolean {
  return covers(TEST_HOST, host);
}

function testVerdict(feedVersion: number): Verdict {
  return {
    level: "block",
    scope: "host",
    source: "host-list",
    reasons: [
      { code: "listed", entry: TEST_HOST, scope: "host", publisher: "Tỉnh Táo", since: null },
    ],
    feedVersion,
  };
}
