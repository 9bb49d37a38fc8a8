import { type Finding, NOTHING } from "./finding.ts";

/** Options under which a rule still stops the page itself. Any other limits it to parts of pages or to some sites. */
const WHOLE_PAGE = new Set(["all", "document", "doc", "popup", "important"]);

/** Cosmetic, snippet and HTML filters: ##, #@#, #?#, #$#, #%#, $$. */
const COSMETIC = /#@?[?$%]?@?#|\$@?\$/;

const HOST = /^[^/^|*$?#\s]+$/;

/**
 * A line of an AdBlock filter list. `||host^` becomes the host, `||host/path^` and `||host/path/*` the path, `|https://…` the address, a
 * bare host itself; `@@` before one takes it back. What a list of hosts and paths can't say (cosmetic filters, limits
 * to parts of pages or to some sites, wildcards, substrings, regular expressions) is reported and left out: guessing
 * would block more than the list's author meant.
 */
export function parseAdblock(line: string): readonly Finding[] {
  const text = line.trim();
  if (text === "" || text.startsWith("!") || /^\[.*\]$/.test(text) || /^#(\s|$)/.test(text)) {
    return NOTHING;
  }
  if (COSMETIC.test(text)) return skipped("a cosmetic filter");
  const exception = text.startsWith("@@");
  const rule = exception ? text.slice(2) : text;
  if (/^\/.*\/(?:$|\$)/.test(rule)) return skipped("a regular expression");

  const dollar = rule.lastIndexOf("$");
  // "||host/path/*": a path entry covers what lies below it anyway.
  const pattern = (dollar === -1 ? rule : rule.slice(0, dollar)).replace(
    /^(\|\|[^/]+\/.+)\/\*$/,
    "$1",
  );
  const options = dollar === -1 ? [] : rule.slice(dollar + 1).split(",");
  const limit = options.find((option) => !WHOLE_PAGE.has(option.trim().toLowerCase()));
  if (limit !== undefined) return skipped(`the option "${limit}" limits the rule`);
  if (pattern.includes("*")) return skipped("a wildcard");

  const address = addressOf(pattern);
  if (address === null) return skipped("a part of an address");
  if (address === "") return [{ kind: "malformed", reason: "a rule without an address" }];
  return [{ kind: exception ? "exception" : "address", text: address }];
}

/** @returns null if the pattern matches in the middle of addresses */
function addressOf(pattern: string): string | null {
  const body = pattern.replace(/[|^]$/, "");
  if (body.includes("^")) return null;
  if (body.startsWith("||")) return body.slice(2);
  if (/^\|https?:\/\//i.test(body)) return body.slice(1);
  // uBlock Origin and AdGuard read a line that is only a host as that host.
  return HOST.test(body) && body.includes(".") && !/^[.:-]/.test(body) ? body : null;
}

function skipped(reason: string): readonly Finding[] {
  return [{ kind: "skipped", reason }];
}
