import type { Address } from "../host/address.ts";
import { capitalI } from "../host/capital-i.ts";
import { isRegistrableName, registrableDomain } from "../host/domain.ts";
import { LINK_SHORTENERS } from "../host/link-shorteners.ts";
import { type Brand, officialSiteOf } from "../lookalike/brands.ts";
import { createLookalikes, type Resemblance } from "../lookalike/lookalike.ts";
import { judge, type Knowledge } from "./judge.ts";
import type { Reason, Verdict } from "./verdict.ts";

/**
 * The verdict on an address of which nothing but its text is known, and whom its host resembles most, or null.
 * `written` is the address as it was typed or pasted: what capitals pass for is gone in the parsed one.
 */
export type HostJudge = (
  address: Address,
  written?: string,
) => {
  verdict: Verdict;
  resemblance: Resemblance | null;
};

/**
 * Judges addresses where no page can be looked at: on the command line and in messages. There a strong resemblance
 * warns by itself; in a browser it takes an ask in the page as well.
 */
export function createHostJudge(knowledge: Knowledge): HostJudge {
  const { brands } = knowledge;
  const lookalikes = createLookalikes(brands);
  return (address, written = "") => {
    const { host, kind } = address;
    const resemblance =
      kind === "domain" ? (lookalikes.of(host, registrableDomain(host))[0] ?? null) : null;
    const verdict = judge(address, knowledge, resemblance);
    if (verdict.source !== "unknown") return { verdict, resemblance };
    const shown = capitalI(written, host);
    const taken = shown === null ? null : brands.officialOwner(shown.reads);
    if (shown !== null && taken !== null && brands.officialOwner(host) === null) {
      const reason: Reason = { code: "capital-i", shown: shown.shown, host };
      return { verdict: warning(verdict, taken.brand, [reason]), resemblance };
    }
    if (isDisguised(address)) {
      const owner = brands.officialOwner(address.credentials);
      return { verdict: warning(verdict, owner?.brand), resemblance };
    }
    return { verdict: isShortened(host) ? leadingOn(verdict) : verdict, resemblance };
  };
}

/** "https://vietcombank.com.vn@evil.top/": nobody is called so; it is there to be taken for the host. */
function isDisguised({ credentials, host }: Address): boolean {
  return credentials !== host && isRegistrableName(credentials);
}

function warning(verdict: Verdict, brand: Brand | undefined, more: Reason[] = []): Verdict {
  const officialSite = brand === undefined ? null : officialSiteOf(brand);
  return {
    ...verdict,
    level: "warn",
    scope: "host",
    source: "evidence",
    reasons: [...verdict.reasons.filter(({ code }) => code !== "nothing-known"), ...more],
    ...(brand === undefined ? {} : { brand: brand.name }),
    ...(officialSite === null ? {} : { officialSite }),
  };
}

function isShortened(host: string): boolean {
  return LINK_SHORTENERS.has(registrableDomain(host) ?? host);
}

function leadingOn(verdict: Verdict): Verdict {
  return { ...verdict, reasons: [{ code: "short-link" }, ...verdict.reasons] };
}
