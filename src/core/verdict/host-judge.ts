import type { Address } from "../host/address.ts";
import { registrableDomain } from "../host/domain.ts";
import { createLookalikes, type Resemblance } from "../lookalike/lookalike.ts";
import { judge, type Knowledge } from "./judge.ts";
import type { Verdict } from "./verdict.ts";

/** The verdict on an address of which nothing but its text is known, and whom its host resembles most, or null. */
export type HostJudge = (address: Address) => {
  verdict: Verdict;
  resemblance: Resemblance | null;
};

/**
 * Judges addresses where no page can be looked at: on the command line and in messages. There a strong resemblance
 * warns by itself; in a browser it takes an ask in the page as well.
 */
export function createHostJudge(knowledge: Knowledge): HostJudge {
  const lookalikes = createLookalikes(knowledge.brands);
  return (address) => {
    const { host, kind } = address;
    const resemblance =
      kind === "domain" ? (lookalikes.of(host, registrableDomain(host))[0] ?? null) : null;
    return { verdict: judge(address, knowledge, resemblance), resemblance };
  };
}
