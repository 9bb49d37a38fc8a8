import { hostFacts } from "../../../core/evidence/host-facts.ts";
import { createPageJudge, type PageVerdict } from "../../../core/evidence/judge-page.ts";
import type { Address } from "../../../core/host/address.ts";
import { registrableDomain } from "../../../core/host/domain.ts";
import { createLookalikes } from "../../../core/lookalike/lookalike.ts";
import type { Knowledge } from "../../../core/verdict/judge.ts";
import type { Reason } from "../../../core/verdict/verdict.ts";

/** While the list is old, a page on a strong look-alike host needs only this share of the evidence. */
const WHILE_OLD = 0.5;

export type PageBench = ReturnType<typeof openPageBench>;

/** All that judges pages, with what is known. Imported when the first page asks, see PageEvidence. */
export function openPageBench(knowledge: Knowledge) {
  const { brands, pageModel } = knowledge;
  // The package brings weights, and no update takes them away: without them the guard would see nothing, and must say so.
  if (pageModel === undefined) throw new Error("there are no weights to judge pages by");
  const lookalikes = createLookalikes(brands);
  return {
    strict: createPageJudge(brands, pageModel),
    careful: createPageJudge(brands, { ...pageModel, warnAt: pageModel.warnAt * WHILE_OLD }),
    about(address: Address) {
      const { host, kind } = address;
      const domain = kind === "domain" ? registrableDomain(host) : null;
      return hostFacts(address, domain, { brands, lookalikes });
    },
    /** That the host itself imitates the brand that the page bears, in words for people. */
    resembles({ brand }: PageVerdict, { host, kind }: Address): Reason[] {
      if (kind !== "domain") return [];
      const [first] = lookalikes
        .of(host, registrableDomain(host))
        .filter((one) => one.strong && (brand === undefined || one.brand === brand));
      if (first === undefined) return [];
      const { class: kindOf, evidence } = first;
      return [{ code: "look-alike", class: kindOf, brand: first.brand, label: evidence.label }];
    },
  };
}
