import { isIPv6 } from "node:net";
import { type Address, type HostKind, parseAddress } from "../../core/host/address.ts";
import { pathEntryName } from "../../core/verdict/path-candidates.ts";
import type { Rule, Violation } from "./rule.ts";

/** An entry as the lists keep it. */
export interface CanonicalEntry {
  scope: "host" | "path";
  /** Host, or "host/path?query": the name in the list. */
  name: string;
  host: string;
  kind: HostKind;
}

export type Canonical =
  | { ok: true; entry: CanonicalEntry }
  /** Damaged, or nothing that a list of hosts and paths can say. */
  | { ok: false; kind: "malformed" | "skipped"; reason: string }
  /** Undamaged, but asks for more than one host. */
  | { ok: false; kind: "violation"; violation: Violation };

/** A star in the host, or for its whole root. */
const WILDCARD = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#]*\*|[^/?#]*\/+\*$)/i;
/** "/clients/*": a path entry covers what lies below it anyway. */
const FOLDER_STAR = /\/\*$/;
/** 203.0.113.0/24, also with fewer octets, and 2001:db8::/32. */
const CIDR = /^(?:[\d.]+|(?=[^/]*:)[\da-f:.]+)\/\d{1,3}$/i;
const RANGE = /^\d+\.\d+\.\d+\.\d+\s*-\s*\d+(?:\.\d+)*$/;
/** Names that the DNS of hosts can carry: letters, digits, hyphen and the underscore that some use (RFC 1123, 2181). */
const HOST_LABELS = /^(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/;
/** Longer addresses are one victim's alone, and would fill the list. */
const MAX_NAME = 4096;
/** The way nearly all lines look; for these WHATWG parsing changes nothing and can be saved. */
const SIMPLE_HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * Brings what a source wrote to the name its entry has in the lists (core/host). A bare host or an address of a site's
 * root is a host entry; an address with a path or query is a path entry and never becomes its host.
 *
 * @param scope the source's scope: "host" and "path" take only entries of that kind
 */
export function canonicalEntry(text: string, scope: "auto" | "host" | "path"): Canonical {
  // "xn--" labels may be invalid and need the real parser.
  if (text.length < 254 && SIMPLE_HOST.test(text) && !text.includes("xn--")) {
    return scope === "path"
      ? WRONG_SCOPE.path
      : { ok: true, entry: { scope: "host", name: text, host: text, kind: "domain" } };
  }
  if (WILDCARD.test(text)) return violation("wildcard", "a wildcard names more than one host");
  if (CIDR.test(text) || RANGE.test(text)) {
    return violation("ip-range", "a range of addresses holds other people's servers");
  }
  const bare = text.replace(FOLDER_STAR, "");
  const result = parseAddress(isIPv6(bare) ? `[${bare}]` : bare);
  if (!result.ok) {
    if (result.problem === "not-web") {
      return { ok: false, kind: "skipped", reason: "not a web address" };
    }
    return { ok: false, kind: "malformed", reason: PROBLEMS[result.problem] };
  }
  const { address } = result;
  if (address.port !== "") {
    return {
      ok: false,
      kind: "skipped",
      reason: `names port ${address.port}: a list can't tell it from the rest of the host`,
    };
  }
  if (address.kind === "domain" && !HOST_LABELS.test(address.host)) {
    return { ok: false, kind: "malformed", reason: "not a host name" };
  }
  return scoped(address, text, scope);
}

function scoped(address: Address, text: string, scope: "auto" | "host" | "path"): Canonical {
  const { host, kind } = address;
  const isRoot = address.path === "/" && address.query === "";
  if (!isRoot) {
    if (scope === "host") return WRONG_SCOPE.host;
    const name = pathEntryName(address);
    if (name.length > MAX_NAME) {
      return { ok: false, kind: "skipped", reason: `longer than ${MAX_NAME} characters` };
    }
    return { ok: true, entry: { scope: "path", name, host, kind } };
  }
  if (scope === "path") return WRONG_SCOPE.path;
  // mega.nz/#!x: servers never see the fragment, but its author meant that page and not the whole site.
  if (scope === "auto" && /#(?!\/?$)/.test(text)) {
    return {
      ok: false,
      kind: "skipped",
      reason: "only its fragment tells it from the site's start page",
    };
  }
  return { ok: true, entry: { scope: "host", name: host, host, kind } };
}

function violation(rule: Rule, why: string): Canonical {
  return { ok: false, kind: "violation", violation: { rule, why } };
}

const WRONG_SCOPE = {
  host: { ok: false, kind: "skipped", reason: "has a path; its source is taken for hosts only" },
  path: { ok: false, kind: "skipped", reason: "has no path; its source is taken for paths only" },
} as const;

const PROBLEMS = {
  empty: "empty",
  "too-long": "longer than any browser takes",
  malformed: "not a host or web address",
} as const;

/** Why a text gives no entry, in words. */
export function problemOf(canonical: Extract<Canonical, { ok: false }>): string {
  return canonical.kind === "violation" ? canonical.violation.why : canonical.reason;
}
