import type { Blocklist } from "../../../core/blocklist/types.ts";
import { parseAddress } from "../../../core/host/address.ts";
import type { Brand } from "../../../core/lookalike/brands.ts";
import { judge, type Knowledge } from "../../../core/verdict/judge.ts";
import type { Rule, RuleCondition } from "../../platform/rules.ts";
import { MAX_CONDITIONS, type PathCondition, pathConditions } from "./path-conditions.ts";

/*
 * The verdict (core/verdict/judge.ts) as rules of declarativeNetRequest, in the same precedence. A higher number wins;
 * of equal ones "allow" wins. Each is its own step, because an allowance for a path that left the list must not free a
 * listed host, and one for a host must not free a listed path on it.
 */
export const PRIORITY = {
  deny: 900,
  agencyAllow: 800,
  override: 700,
  official: 600,
  relistedPath: 550,
  delistedPath: 540,
  path: 500,
  relistedHost: 350,
  delistedHost: 340,
  host: 300,
} as const;

/** Ids of dynamic rules run from 1 to this number, so that all can be replaced without asking for them. */
export const MAX_DYNAMIC_ID = 30_000;
/**
 * Rules that lead from path entries to the warning page by themselves, for the newest entries: 5,000 dynamic rules may
 * redirect, and some must be left. An entry takes up to 8, so they suffice for 562.
 */
export const MAX_PATH_REDIRECTS = 4_500;
/**
 * Rules for the entries after those, which are only stopped: 30,000 rules may block, which suffices for 3,062. The
 * background, told of the navigation (see path-hosts.ts), then shows the warning page, as it does for all other entries.
 */
export const MAX_PATH_BLOCKS = 24_500;
const FIRST_PATTERN_ID = 10;
const FIRST_PATH_ID = 100;

/** Session rules of the drift have ids up to this number; overrides have greater ones. */
export const MAX_DRIFT_ID = 4999;
/** Session rules of each kind for the path entries of a day. */
const MAX_DRIFT_PATH_RULES = 1600;
/** Path entries in the drift that are sure to fit into its rules. */
export const MAX_DRIFT_PATHS = MAX_DRIFT_PATH_RULES / MAX_CONDITIONS;

/** A host that is always listed, for people and help desks to try. ".example" names no real site (RFC 2606). */
export const TEST_HOST = "kiem-tra.tinhtao.example";

type ResourceTypes = NonNullable<RuleCondition["resourceTypes"]>;

const ALL_TYPES = [
  "main_frame",
  "sub_frame",
  "stylesheet",
  "script",
  "image",
  "font",
  "object",
  "xmlhttprequest",
  "ping",
  "csp_report",
  "media",
  "websocket",
  "webtransport",
  "webbundle",
  "other",
] as ResourceTypes;

/** A socket can't be redirected: a rule that says so lets it through. */
const SOCKET_TYPES = ["websocket", "webtransport"] as ResourceTypes;

/** The host that a rule set answers to, by which the background sees that it is in force. Reaches no network. */
export const probeHost = (kind: "base" | "drift", id: string) =>
  `${id.slice(0, 32)}.${kind}.tinhtao.localhost`;

/**
 * All dynamic rules.
 *
 * @param warningUrl address of the warning page
 * @param id identity that these rules carry
 */
export function baseRules(knowledge: Knowledge, warningUrl: string, id: string): Rule[] {
  const hosts: string[] = [probeHost("base", id), TEST_HOST];
  for (const { list } of knowledge.hosts) collectHosts(list.names(), hosts);
  const rules = [
    redirectHosts(1, PRIORITY.host, hosts, warningUrl),
    blockSockets(5, PRIORITY.host, hosts),
  ];

  rules.push(...officialRules(knowledge.brands.all));
  if (knowledge.deny.size > 0) {
    const denied = collectHosts(knowledge.deny);
    rules.push(redirectHosts(3, PRIORITY.deny, denied, warningUrl));
    rules.push(blockSockets(6, PRIORITY.deny, denied));
  }
  if (knowledge.allow.size > 0) {
    rules.push(allowHosts(4, PRIORITY.agencyAllow, collectHosts(knowledge.allow)));
  }
  let left = MAX_PATH_REDIRECTS + MAX_PATH_BLOCKS;
  let redirects = MAX_PATH_REDIRECTS;
  let nextId = FIRST_PATH_ID;
  for (const name of newestPaths(knowledge.paths.map(({ list }) => list))) {
    const conditions = pathConditions(name);
    if (conditions.length > left) break;
    if (conditions.length > redirects) redirects = 0;
    const action = redirects > 0 ? redirectTo(name) : BLOCK;
    rules.push(...pathRules(nextId, PRIORITY.path, action, conditions));
    nextId += conditions.length;
    left -= conditions.length;
    redirects = Math.max(0, redirects - conditions.length);
  }
  return rules;
}

/**
 * Session rules that make the base say what the lists of today say.
 *
 * @param touched names that came, went or came back since the base was written
 * @param id identity that these rules carry
 */
export function driftRules(
  knowledge: Knowledge,
  touched: { hosts: readonly string[]; paths: readonly string[] },
  warningUrl: string,
  id: string,
): Rule[] {
  return [
    ...hostDrift(knowledge, touched.hosts, warningUrl, id),
    ...pathDrift(knowledge, touched.paths),
  ];
}

function hostDrift(
  knowledge: Knowledge,
  touched: readonly string[],
  warningUrl: string,
  id: string,
): Rule[] {
  const lists = knowledge.hosts.map(({ list }) => list);
  const listed: string[] = [];
  const delisted: string[] = [];
  for (const host of touched) {
    if (lists.some((list) => list.get(host) !== null)) listed.push(host);
    // Under a listed parent it stays blocked.
    else if (!lists.some((list) => list.covering(host) !== null)) delisted.push(host);
  }
  const hosts = collectHosts(listed, [probeHost("drift", id)]);
  const rules = [
    redirectHosts(1, PRIORITY.host, hosts, warningUrl),
    blockSockets(4, PRIORITY.host, hosts),
  ];
  if (delisted.length === 0) return rules;
  rules.push(allowHosts(2, PRIORITY.delistedHost, collectHosts(delisted)));
  // Who allows a parent allows what is below it, so what is still listed there is said again.
  const below = delisted.flatMap((host) => lists.flatMap((list) => [...list.below(host)]));
  if (below.length > 0) {
    const relisted = collectHosts(below);
    rules.push(redirectHosts(3, PRIORITY.relistedHost, relisted, warningUrl));
    rules.push(blockSockets(5, PRIORITY.relistedHost, relisted));
  }
  return rules;
}

function pathDrift(knowledge: Knowledge, touched: readonly string[]): Rule[] {
  const lists = knowledge.paths.map(({ list }) => list);
  const isListed = (name: string) => lists.some((list) => list.get(name) !== null);
  const listed = touched.filter(isListed);
  const delisted = new Set(
    touched.filter((name) => !isListed(name) && !isBlocked(`https://${name}`, knowledge)),
  );
  const kinds: [number, Iterable<string>, (name: string) => Rule["action"]][] = [
    [PRIORITY.path, listed, redirectTo],
    [PRIORITY.delistedPath, delisted, () => ALLOW],
    [PRIORITY.relistedPath, delisted.size === 0 ? [] : below(delisted, lists), redirectTo],
  ];
  return kinds.flatMap(([priority, names, actionFor], kind) => {
    const rules: Rule[] = [];
    const firstId = FIRST_PATH_ID + kind * MAX_DRIFT_PATH_RULES;
    for (const name of names) {
      const conditions = pathConditions(name);
      if (rules.length + conditions.length > MAX_DRIFT_PATH_RULES) break;
      rules.push(...pathRules(firstId + rules.length, priority, actionFor(name), conditions));
    }
    return rules;
  });
}

/** Entries that lie below one of these. */
function* below(parents: ReadonlySet<string>, lists: readonly Blocklist[]): Iterable<string> {
  for (const list of lists) {
    for (const name of list.names()) {
      if (parentFolders(name).some((parent) => parents.has(parent))) yield name;
    }
  }
}

/** "host/a/b?q" → "host/a/b", "host/a". */
function parentFolders(name: string): string[] {
  const parents: string[] = [];
  let path = name;
  const query = path.indexOf("?");
  if (query !== -1) {
    path = path.slice(0, query);
    parents.push(path);
  }
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/")) {
    path = path.slice(0, slash);
    if (!path.includes("/")) break;
    parents.push(path);
  }
  return parents;
}

function isBlocked(url: string, knowledge: Knowledge): boolean {
  const parsed = parseAddress(url);
  return parsed.ok && judge(parsed.address, knowledge).level === "block";
}

/** Names of path entries, the newest first. */
function newestPaths(lists: readonly Blocklist[]): string[] {
  const dated: { name: string; since: number }[] = [];
  for (const list of lists) {
    for (const name of list.names()) dated.push({ name, since: list.get(name)?.since ?? 0 });
  }
  return dated.sort((a, b) => b.since - a.since).map(({ name }) => name);
}

function officialRules(brands: readonly Brand[]): Rule[] {
  const domains = new Set<string>();
  const patterns = new Set<string>();
  const shared = new Set<string>();
  for (const brand of brands) {
    for (const domain of brand.domains) (domain.includes("*") ? patterns : domains).add(domain);
    for (const host of brand.userContent) shared.add(host);
  }
  const excluded = shared.size === 0 ? {} : { excludedRequestDomains: collectHosts(shared) };
  const rules: Rule[] = [];
  if (domains.size > 0)
    rules.push(allowHosts(2, PRIORITY.official, collectHosts(domains), excluded));
  let id = FIRST_PATTERN_ID;
  for (const pattern of patterns) {
    if (id >= FIRST_PATH_ID) break;
    const host = pattern
      .split(".")
      .map((label) => (label === "*" ? "[^./:]+" : label.replace(/[^a-z0-9-]/g, "\\$&")))
      .join("\\.");
    rules.push({
      id: id++,
      priority: PRIORITY.official,
      action: { type: "allow" },
      condition: {
        regexFilter: `^(?:http|ws)s?://(?:[^/]*[.@])?${host}\\.?(?::\\d+)?/`,
        ...excluded,
        resourceTypes: ALL_TYPES,
      },
    });
  }
  return rules;
}

/** A regular expression, so that the warning page learns the whole address; `\0` stands for it. */
function redirectHosts(id: number, priority: number, hosts: string[], warningUrl: string): Rule {
  return {
    id,
    priority,
    action: { type: "redirect", redirect: { regexSubstitution: `${warningUrl}#\\0` } },
    condition: {
      regexFilter: "^(?:http|ws)s?://.*",
      requestDomains: hosts,
      resourceTypes: ALL_TYPES,
    },
  };
}

/** Beside each redirect of hosts: at the same priority a block goes first. */
function blockSockets(id: number, priority: number, hosts: string[]): Rule {
  return {
    id,
    priority,
    action: BLOCK,
    condition: { requestDomains: hosts, resourceTypes: SOCKET_TYPES },
  };
}

export function allowHosts(
  id: number,
  priority: number,
  hosts: string[],
  more: Partial<RuleCondition> = {},
): Rule {
  return {
    id,
    priority,
    action: { type: "allow" },
    condition: { requestDomains: hosts, resourceTypes: ALL_TYPES, ...more },
  };
}

const BLOCK: Rule["action"] = { type: "block" };
const ALLOW: Rule["action"] = { type: "allow" };

const redirectTo = (name: string): Rule["action"] => ({
  type: "redirect",
  redirect: { extensionPath: `/warning.html#https://${name}` },
});

function pathRules(
  firstId: number,
  priority: number,
  action: Rule["action"],
  conditions: readonly PathCondition[],
): Rule[] {
  return conditions.map((condition, i) => ({
    id: firstId + i,
    priority,
    action,
    condition: { ...condition, resourceTypes: ALL_TYPES },
  }));
}

const ASCII = /^[\x21-\x7e]+$/;

/**
 * Hosts as Chromium wants them in a rule: one name that it does not take would make it refuse all of them. IPv6 stands
 * in brackets there.
 */
export function collectHosts(names: Iterable<string>, hosts: string[] = []): string[] {
  for (const name of names) {
    if (ASCII.test(name)) hosts.push(name.includes(":") ? `[${name}]` : name);
  }
  return hosts;
}
