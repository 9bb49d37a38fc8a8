import type { Rule, Rules } from "../../../../../src/extension/platform/rules.ts";

/** What Chromium does with a request. "redirect" carries the address it leads to. */
export type Decision = { action: "allow" | "block" | "none" } | { action: "redirect"; to: string };

type ResourceType = NonNullable<Rule["condition"]["resourceTypes"]>[number];

export interface FakeRules extends Rules {
  dynamic: Map<number, Rule>;
  session: Map<number, Rule>;
  /** How often all dynamic rules were written. */
  writes: number;
  /** Thrown by the next write of dynamic rules, before anything has changed. */
  failNext: Error | null;
  /**
   * @param type of the resource
   * @param initiator host of the page that asks
   */
  decide(url: string, tabId?: number, type?: ResourceType, initiator?: string): Decision;
  /** True if a rule changes the headers of a page at this address. */
  marks(url: string, tabId?: number): boolean;
  /** The browser ends: session rules are gone. */
  restart(): void;
}

export const WARNING = "chrome-extension://abcdefghijklmnopabcdefghijklmnop/warning.html";

/** Rank among rules of equal priority: https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest */
const RANK: Record<string, number> = { allow: 3, block: 2, redirect: 1 };

/** declarativeNetRequest as far as the background uses it, evaluated rule by rule. */
export function fakeRules(): FakeRules {
  const rules: FakeRules = {
    dynamic: new Map(),
    session: new Map(),
    writes: 0,
    failNext: null,
    async replaceDynamic(ids, added) {
      if (rules.failNext) {
        const error = rules.failNext;
        rules.failNext = null;
        throw error;
      }
      for (const rule of added) validate(rule);
      for (const id of ids) rules.dynamic.delete(id);
      put(rules.dynamic, added);
      rules.writes++;
    },
    async replaceSession(ids, added) {
      for (const rule of added) validate(rule);
      for (const id of ids) rules.session.delete(id);
      put(rules.session, added);
    },
    redirects: async (host) =>
      rules.decide(
        `http://${host}:1/`,
        1,
        "xmlhttprequest" as ResourceType,
        new URL(WARNING).hostname,
      ).action === "redirect",
    decide(url, tabId = 1, type = "main_frame" as ResourceType, initiator = "site.example") {
      const fitting = [...rules.dynamic.values(), ...rules.session.values()].filter(
        (rule) =>
          rule.action.type !== "modifyHeaders" && matches(rule, url, tabId, type, initiator),
      );
      fitting.sort(
        (a, b) =>
          (b.priority ?? 1) - (a.priority ?? 1) ||
          (RANK[b.action.type] ?? 0) - (RANK[a.action.type] ?? 0),
      );
      const [first] = fitting;
      if (!first) return { action: "none" };
      if (first.action.type !== "redirect")
        return { action: first.action.type as "allow" | "block" };
      const { regexSubstitution, extensionPath, url: to } = first.action.redirect ?? {};
      if (to !== undefined) return { action: "redirect", to };
      if (regexSubstitution !== undefined) {
        return { action: "redirect", to: regexSubstitution.replace("\\0", url) };
      }
      return { action: "redirect", to: WARNING.replace("/warning.html", extensionPath ?? "") };
    },
    marks(url, tabId = 1) {
      const fitting = [...rules.dynamic.values(), ...rules.session.values()].filter((rule) =>
        matches(rule, url, tabId, "main_frame" as ResourceType),
      );
      // An allowance keeps changes of its own priority or less away.
      const highest = (type: string) =>
        Math.max(
          0,
          ...fitting.flatMap((rule) => (rule.action.type === type ? (rule.priority ?? 1) : [])),
        );
      return highest("modifyHeaders") > highest("allow");
    },
    restart() {
      rules.session.clear();
    },
  };
  return rules;
}

function put(rules: Map<number, Rule>, added: Rule[]): void {
  for (const rule of added) {
    if (rules.has(rule.id)) throw new Error(`Rule id ${rule.id} is not unique`);
    rules.set(rule.id, rule);
  }
}

/** Chromium refuses all rules for one bad name. */
function validate({ id, condition }: Rule): void {
  for (const list of [
    condition.requestDomains,
    condition.excludedRequestDomains,
    condition.initiatorDomains,
  ]) {
    if (list?.length === 0) throw new Error(`Rule with id ${id} cannot have an empty list`);
    for (const name of list ?? []) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: every byte that is not ASCII
      if (/[^\x00-\x7f]/.test(name)) throw new Error(`Rule with id ${id} has non-ascii characters`);
    }
  }
}

function matches(
  { condition }: Rule,
  url: string,
  tabId: number,
  type: ResourceType,
  initiator = "site.example",
): boolean {
  // Only requests are decided here, not responses.
  if (condition.responseHeaders !== undefined) return false;
  if (!condition.resourceTypes?.includes(type)) return false;
  const { hostname } = new URL(url);
  const host = hostname.replace(/\.$/, "");
  const within = (names: readonly string[]) =>
    names.some((name) => host === name || host.endsWith(`.${name}`));
  const { requestDomains, excludedRequestDomains, tabIds, regexFilter, urlFilter } = condition;
  if (requestDomains && !within(requestDomains)) return false;
  if (condition.initiatorDomains && !condition.initiatorDomains.includes(initiator)) return false;
  if (excludedRequestDomains && within(excludedRequestDomains)) return false;
  if (tabIds && !tabIds.includes(tabId)) return false;
  if (regexFilter !== undefined && !new RegExp(regexFilter).test(url)) return false;
  return urlFilter === undefined || filterExpression(urlFilter).test(url);
}

/** "|" at either end, "*" and "^": https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest */
function filterExpression(filter: string): RegExp {
  const start = filter.startsWith("|") ? "^" : "";
  const end = filter.endsWith("|") ? "$" : "";
  const middle = filter.slice(start.length, end === "" ? undefined : -1);
  const pattern = middle
    .split(/([*^])/)
    .map((part) => {
      if (part === "*") return ".*";
      if (part === "^") return "(?:[^A-Za-z0-9_.%-]|$)";
      return part.replace(/[.+?()[\]{}$\\|]/g, "\\$&");
    })
    .join("");
  return new RegExp(start + pattern + end);
}
