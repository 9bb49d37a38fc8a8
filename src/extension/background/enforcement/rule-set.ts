import type { Brand } from "../../../core/lookalike/brands.ts";
import { newestPaths, planPaths } from "../../../core/path-plan/path-plan.ts";
import type { Knowledge } from "../../../core/verdict/judge.ts";
import type { Rule, RuleCondition } from "../../platform/rules.ts";
import { noticeBeside, sourceQuery } from "../../warning-query.ts";
import { collectHosts } from "./collect-hosts.ts";
import { markRules } from "./mark-rules.ts";
import { pathDrift } from "./path-drift.ts";
import { pathRules } from "./path-rules.ts";
import { PRIORITY } from "./priority.ts";
import { ALL_TYPES, type ResourceTypes, SUBRESOURCE_TYPES } from "./resource-types.ts";

/** Ids that dynamic rules may have, so that all can be replaced without asking for them. */
export const baseIds = (): number[] => idsUpTo(30_000);
/** Of these, the rules of the agency's policy. */
export const POLICY_IDS: readonly number[] = [3, 4, 6, 7, 12];
const FIRST_PATTERN_ID = 13;
const FIRST_PATH_ID = 100;

/** Ids that session rules of the drift may have; overrides have greater ones. */
export const driftIds = (): number[] => idsUpTo(4999);

// Made when rules change: the background starts again and again.
const idsUpTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

/**
 * A host that is always listed, for people and help desks to try. ".example" names no real site (RFC 2606). Only tabs are
 * stopped on the way there: a page that asks for it in any other way fails as it does without the extension.
 */
export const TEST_HOST = "kiem-tra.tinhtao.example";

/** The host that a rule set answers to, by which the background sees that it is in force. Reaches no network. */
export const probeHost = (kind: "base" | "policy" | "drift", id: string) =>
  `${id.slice(0, 32)}.${kind}.tinhtao.localhost`;

/**
 * All dynamic rules.
 *
 * @param warningUrl address of the warning page
 * @param ids identities that these rules carry, of all and of those of the policy
 */
export function baseRules(
  knowledge: Knowledge,
  warningUrl: string,
  ids: { base: string; policy: string },
): Rule[] {
  const hosts: string[] = [];
  for (const { list } of knowledge.hosts) collectHosts(list.names(), hosts);
  const rules = [
    probeRule(8, probeHost("base", ids.base), warningUrl),
    { id: 10, ...SIGNED_EXCHANGES },
    redirectHosts(9, PRIORITY.host, [TEST_HOST], warningUrl, ["main_frame"] as ResourceTypes),
    ...stopHosts([1, 11, 5], PRIORITY.host, hosts, warningUrl),
  ];
  rules.push(...officialRules(knowledge.brands.all));
  rules.push(...policyRules(knowledge, warningUrl, ids.policy));
  const paths = newestPaths(knowledge.paths.map(({ list }) => list));
  const ofPaths = [...markRules(paths), ...pathRules(planPaths(paths), warningUrl)];
  for (const [i, rule] of ofPaths.entries()) rules.push({ ...rule, id: FIRST_PATH_ID + i });
  return rules;
}

/** The dynamic rules of the agency's policy. */
export function policyRules(
  { deny, allow }: Pick<Knowledge, "deny" | "allow">,
  warningUrl: string,
  id: string,
): Rule[] {
  const rules = [
    probeRule(7, probeHost("policy", id), warningUrl),
    ...stopHosts(
      [3, 12, 6],
      PRIORITY.deny,
      collectHosts(deny),
      warningUrl,
      noticeBeside(warningUrl) + sourceQuery("agency-deny"),
    ),
  ];
  if (allow.size > 0) rules.push(allowHosts(4, PRIORITY.agencyAllow, collectHosts(allow)));
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
    ...pathDrift(knowledge, touched, FIRST_PATH_ID),
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
  const rules = [
    probeRule(6, probeHost("drift", id), warningUrl),
    ...stopHosts([1, 7, 4], PRIORITY.host, collectHosts(listed), warningUrl),
  ];
  if (delisted.length === 0) return rules;
  rules.push(allowHosts(2, PRIORITY.delistedHost, collectHosts(delisted)));
  // Who allows a parent allows what is below it, so what is still listed there is said again.
  const below = delisted.flatMap((host) => lists.flatMap((list) => [...list.below(host)]));
  rules.push(...stopHosts([3, 8, 5], PRIORITY.relistedHost, collectHosts(below), warningUrl));
  return rules;
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

/** Lead tabs on these hosts to the warning page, frames to the notice, and block everything else. No rules for no hosts. */
function stopHosts(
  ids: readonly [tab: number, frame: number, block: number],
  priority: number,
  hosts: string[],
  warningUrl: string,
  noticeUrl = noticeBeside(warningUrl),
): Rule[] {
  // Chromium refuses a rule with an empty list of domains.
  if (hosts.length === 0) return [];
  return [
    redirectHosts(ids[0], priority, hosts, warningUrl, ["main_frame"] as ResourceTypes),
    redirectHosts(ids[1], priority, hosts, noticeUrl, ["sub_frame"] as ResourceTypes),
    {
      id: ids[2],
      priority,
      action: BLOCK,
      condition: { requestDomains: hosts, resourceTypes: SUBRESOURCE_TYPES },
    },
  ];
}

/** A regular expression, so that the warning page learns the whole address; `\0` stands for it. */
function redirectHosts(
  id: number,
  priority: number,
  hosts: string[],
  warningUrl: string,
  resourceTypes: ResourceTypes,
): Rule {
  return {
    id,
    priority,
    action: { type: "redirect", redirect: { regexSubstitution: `${warningUrl}#\\0` } },
    condition: {
      regexFilter: "^https?://.*",
      requestDomains: hosts,
      resourceTypes,
    },
  };
}

/**
 * A signed exchange shows a page of one host that another host serves, and Chromium asks no rule about the host whose page
 * it is. Without this header Chromium does not take the exchange and loads that page from its own host instead, by an
 * ordinary request that rules stop (content/browser/web_package/signed_exchange_handler.cc: fallback URL).
 */
const SIGNED_EXCHANGES: Omit<Rule, "id"> = {
  priority: PRIORITY.signedExchange,
  action: {
    type: "modifyHeaders",
    responseHeaders: [{ header: "x-content-type-options", operation: "remove" }],
  },
  condition: {
    responseHeaders: [{ header: "content-type", values: ["*signed-exchange*"] }],
    resourceTypes: ALL_TYPES,
  },
};

/**
 * Answers the background's question whether its rules are in force. Only the extension itself gets this answer: to a page
 * that asks for a probe host, the request fails as it does without the extension.
 */
function probeRule(id: number, host: string, warningUrl: string): Rule {
  return {
    id,
    priority: PRIORITY.host,
    action: { type: "redirect", redirect: { url: warningUrl } },
    condition: {
      requestDomains: [host],
      initiatorDomains: [new URL(warningUrl).hostname],
      resourceTypes: ["xmlhttprequest"] as ResourceTypes,
    },
  };
}

function allowHosts(
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
