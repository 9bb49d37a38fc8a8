import type { PageFacts } from "../../core/evidence/page-facts.ts";
import type { PageModel } from "../../core/evidence/page-model.ts";
import type { Brand } from "../../core/lookalike/brands.ts";
import type { Verdict } from "../../core/verdict/verdict.ts";

/** What pages are judged by. */
export interface JudgeKnowledge {
  /** Equal for equal brands and weights, so that a worker sets itself up once. */
  id: string;
  brands: readonly Brand[];
  model: PageModel;
  feedVersion: number;
}

/** A page to be judged, as it travels to where pages are judged. */
export interface JudgeQuestion {
  knowledge: JudgeKnowledge;
  facts: PageFacts;
  /** Address of the page as the browser knows it. */
  url: string;
  /** True for content of others on a page: the page's address, even an official one, does not vouch for it. */
  isForeign: boolean;
}

/** Null where nothing is found, or nothing may be: an official site, a place in one's own network. */
export interface JudgeAnswer {
  verdict: Verdict | null;
  /** The same where the list is old: a page on a strong look-alike host needs less evidence. */
  whileOld: Verdict | null;
}

/**
 * Judges one page.
 *
 * @param client whose time it costs, such as a tab
 * @returns null if the judgement had to be ended, or nothing could judge: the page is not known to be harmless
 */
export type JudgePage = (question: JudgeQuestion, client: string) => Promise<JudgeAnswer | null>;
