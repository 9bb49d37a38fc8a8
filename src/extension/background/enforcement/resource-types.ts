import type { RuleCondition } from "../../platform/rules.ts";

export type ResourceTypes = NonNullable<RuleCondition["resourceTypes"]>;

/** Pages, in tabs and in frames. */
export const DOCUMENT_TYPES = ["main_frame", "sub_frame"] as ResourceTypes;

/**
 * Everything else. These requests are blocked, never redirected: a page can read the response of a redirected fetch, with
 * the extension's id in its address, and Chromium does not redirect sockets at all.
 */
export const SUBRESOURCE_TYPES = [
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

/** Every type of request. A rule without types does not apply to pages in tabs. */
export const ALL_TYPES = [...DOCUMENT_TYPES, ...SUBRESOURCE_TYPES] as ResourceTypes;
