import { isTrusted } from "../../../core/evidence/host-facts.ts";
import type { PageFacts } from "../../../core/evidence/page-facts.ts";
import { parseAddress } from "../../../core/host/address.ts";
import type { Verdict } from "../../../core/verdict/verdict.ts";
import type {
  JudgeAnswer,
  JudgeKnowledge,
  JudgePage,
  JudgeQuestion,
} from "../../page-judge/question.ts";
import type { KnowledgeSource, OpenedKnowledge } from "../lists/knowledge-source.ts";

/** Judges what pages show. Nothing of it is kept. */
export interface PageEvidence {
  /**
   * @param url the address of the page as the browser knows it
   * @param client whose time the judgement costs; see JudgePage
   * @param isForeign true for content of others: the address does not vouch for it
   * @returns null where nothing is found, or nothing may be: an official site, a place in one's own network
   */
  judge(
    facts: PageFacts,
    url: string,
    by: { client: string; isForeign?: boolean },
  ): Promise<Verdict | null>;
  /** Whether what stands at this address is beyond suspicion: what is typed there is given to a known organisation. */
  trusts(url: string): Promise<boolean>;
}

export function createPageEvidence(needs: {
  knowledgeSource: KnowledgeSource;
  judgePage: JudgePage;
  /** True while the list is not fresh: what it would have known must be seen in the page. */
  careful: () => Promise<boolean>;
}): PageEvidence {
  const { knowledgeSource, judgePage, careful } = needs;

  /** @returns null where nothing could judge */
  async function ask(
    opened: OpenedKnowledge,
    page: Omit<JudgeQuestion, "knowledge">,
    client: string,
  ): Promise<JudgeAnswer | null> {
    try {
      return await judgePage({ knowledge: judgeKnowledge(opened), ...page }, client);
    } catch (error) {
      console.error("Tỉnh Táo", error);
      return null;
    }
  }

  return {
    async judge(facts, url, { client, isForeign = false }) {
      if (!parseAddress(url).ok) return null;
      const opened = await knowledgeSource.current();
      const answer = await ask(opened, { facts, url, isForeign }, client);
      if (answer === null) return uncheckedVerdict(opened.knowledge.feedVersion);
      if (answer.verdict !== null || answer.whileOld === null) return answer.verdict;
      // An old list makes the guard more careful, never less.
      return (await careful()) ? answer.whileOld : null;
    },
    async trusts(url) {
      const parsed = parseAddress(url);
      if (!parsed.ok) return false;
      return isTrusted(parsed.address, (await knowledgeSource.current()).knowledge.brands);
    },
  };
}

const JUDGED_BY: ReadonlySet<string> = new Set(["brands", "model"]);

function judgeKnowledge({ knowledge, artifacts }: OpenedKnowledge): JudgeKnowledge {
  const { brands, pageModel, feedVersion } = knowledge;
  // The package brings weights, and no update takes them away.
  if (pageModel === undefined) throw new Error("there are no weights to judge pages by");
  const id = artifacts
    .filter(({ kind }) => JUDGED_BY.has(kind))
    .map(({ sha256 }) => sha256)
    .sort()
    .join();
  return { id, brands: brands.all, model: pageModel, feedVersion };
}

/** A page that could not be judged may be harmful: people are told, and what they type is held. */
function uncheckedVerdict(feedVersion: number): Verdict {
  return {
    level: "warn",
    scope: "page",
    source: "evidence",
    reasons: [{ code: "page-unchecked" }],
    feedVersion,
  };
}
