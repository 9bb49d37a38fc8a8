import type { RuleCondition } from "../../platform/rules.ts";

type ResourceTypes = NonNullable<RuleCondition["resourceTypes"]>;

/** Every kind of request: a rule that names none leaves pages in tabs out. */
export const ALL_TYPES = [
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

/** Pages, in tabs and in frames. */
export const DOCUMENT_TYPES = ["main_frame", "sub_frame"] as ResourceTypes;

/** A socket can't be redirected: a rule that says so lets it through. */
export const SOCKET_TYPES = ["websocket", "webtransport"] as ResourceTypes;
