import { type Address, hostWithParents } from "../host/address.ts";
import type { Brands } from "../lookalike/brands.ts";
import { endingOf, isSharedHosting } from "../lookalike/ending.ts";
import type { Lookalikes, Resemblance } from "../lookalike/lookalike.ts";

/** What is known of the host before its page is looked at. */
export interface HostFacts {
  host: string;
  /** The registrable domain: the part that somebody chose and pays for; the host itself where there is none. */
  site: string;
  path: string;
  /** True for an official domain of any brand, an office of the state, and addresses inside one's own network. */
  trusted: boolean;
  /** The brand whose domain this is although strangers publish there; null otherwise. */
  owner: string | null;
  /** A public IP address instead of a name. */
  bareIp: boolean;
  /** A page put into the folders of somebody else's site, as break-ins leave them. */
  buried: boolean;
  /** Names under a company's own domain that anybody gets for nothing. */
  shared: boolean;
  /** A name of its own under .vn or one of its public second levels. */
  isRegistered: boolean;
  /**
   * Brands whose whole name this is under a country's ending, where all but a few such names are the house's own in that
   * country, or another honest one's (522 of 560 on the development data): what bears that name here claims nothing.
   */
  namesakes: readonly string[];
  /** Whom the host resembles, strongest first. */
  resemblances: readonly Pick<Resemblance, "class" | "brand" | "strong">[];
}

/** Second levels that hardly any honest site is under: 186 of 25,706 listed names, none of 988 honest ones (development data). */
const GIVEN_AWAY = /\.(?:id|io)\.vn$/;
const STATE = /(?:^|\.)gov\.vn$/;
/** Addresses inside one's own network: RFC 1918, RFC 3927, RFC 6761. */
export const OWN_NETWORK = /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)/;
/** Folders of content systems that hold uploads and program parts, never pages. */
const PROGRAM_FOLDERS =
  /\/(?:wp-(?:content|includes|admin)|(?:modules|plugins|components|templates|images?|uploads?|cache|tmp|\.well-known)\/[^?]*\/)/i;
const CONTENT_ADMIN = /\/wp-admin\/?$|\/wp-admin\/[a-z-]+\.php$/i;

/** True for an official domain of any brand, an office of the state, and addresses inside one's own network. */
export function isTrusted({ host, kind }: Address, brands: Pick<Brands, "officialOwner">): boolean {
  const owner = kind === "domain" ? brands.officialOwner(host) : null;
  return isLocal(host, kind) || (owner !== null && !owner.userContent) || STATE.test(host);
}

function isLocal(host: string, kind: Address["kind"]): boolean {
  if (kind === "ipv4") return OWN_NETWORK.test(host);
  return kind === "ipv6" ? /^(?:::1$|f[cd]|fe80)/.test(host) : !host.includes(".");
}

/** @param registrable the registrable domain of the address; null if it has none */
export function hostFacts(
  address: Address,
  registrable: string | null,
  { brands, lookalikes }: { brands: Brands; lookalikes: Lookalikes },
): HostFacts {
  const { host, kind, path } = address;
  const owner = kind === "domain" ? brands.officialOwner(host) : null;
  const resemblances = kind === "domain" ? lookalikes.of(host, registrable) : [];
  return {
    host,
    site: registrable ?? host,
    path,
    trusted: isTrusted(address, brands),
    owner: owner?.brand.name ?? null,
    bareIp: kind !== "domain" && !isLocal(host, kind),
    buried: PROGRAM_FOLDERS.test(path) && !CONTENT_ADMIN.test(path),
    shared: kind === "domain" && hostWithParents(host, kind).some((name) => isSharedHosting(name)),
    isRegistered: /\.vn$/.test(registrable ?? "") && !GIVEN_AWAY.test(registrable ?? ""),
    namesakes: isOfCountry(host, registrable)
      ? resemblances.flatMap(({ class: kindOf, strong, brand }) =>
          kindOf === "XTLD" && !strong && brand !== null ? [brand] : [],
        )
      : [],
    resemblances,
  };
}

/** True for a name right under a country's ending, one that is not sold for next to nothing. */
function isOfCountry(host: string, registrable: string | null): boolean {
  if (registrable === null || (host !== registrable && host !== `www.${registrable}`)) return false;
  const ending = endingOf(registrable.slice(registrable.indexOf(".") + 1));
  return ending === "country" || ending === "vn";
}
