import type { Address } from "../host/address.ts";
import { isRegistrableName, registrableDomain } from "../host/domain.ts";
import { officialSiteOf } from "../lookalike/brands.ts";
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
    const verdict = judge(address, knowledge, resemblance);
    return {
      verdict: isDisguised(address, verdict) ? warning(address, verdict) : verdict,
      resemblance,
    };
  };

  /** "https://vietcombank.com.vn@evil.top/": nobody is called so; it is there to be taken for the host. */
  function isDisguised({ credentials, host }: Address, { source }: Verdict): boolean {
    return source === "unknown" && credentials !== host && isRegistrableName(credentials);
  }

  function warning({ credentials }: Address, verdict: Verdict): Verdict {
    const brand = knowledge.brands.officialOwner(credentials)?.brand;
    const officialSite = brand === undefined ? null : officialSiteOf(brand);
    const { reasons } = verdict;
    return {
      ...verdict,
      level: "warn",
      scope: "host",
      source: "evidence",
      reasons: reasons.filter(({ code }) => code !== "nothing-known"),
      ...(brand === undefined ? {} : { brand: brand.name }),
      ...(officialSite === null ? {} : { officialSite }),
    };
  }
}
