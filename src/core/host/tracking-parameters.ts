/**
 * Parameters that whoever passes a link on adds to it to recognise the click, and that make no other page of it: names
 * that browsers strip (Firefox: firefox-source-docs.mozilla.org, "Query Parameter Stripping"; Brave: brave-core,
 * components/query_filter), those of Google Analytics and Google Ads ("utm_*", "gad_*", "gbraid", "wbraid", "_ga", "_gl"),
 * and those that Facebook, Instagram ("igsh", "mibextid"), TikTok and Zalo ("zarsrc") put on links shared there.
 */
const TRACKING = new Set([
  "__hsfp",
  "__hssc",
  "__hstc",
  "__s",
  "_ga",
  "_gl",
  "_hsenc",
  "_hsmi",
  "_openstat",
  "dclid",
  "fbclid",
  "gad_campaignid",
  "gad_source",
  "gbraid",
  "gclid",
  "gclsrc",
  "igsh",
  "igshid",
  "mc_cid",
  "mc_eid",
  "mibextid",
  "mkt_tok",
  "msclkid",
  "oly_anon_id",
  "oly_enc_id",
  "srsltid",
  "ttclid",
  "twclid",
  "vero_conv",
  "vero_id",
  "wbraid",
  "wickedid",
  "yclid",
  "zarsrc",
]);

/** @param parameter "name=value" or "name" */
export function isTracking(parameter: string): boolean {
  const name = parameter.split("=", 1)[0]?.toLowerCase() ?? "";
  return name.startsWith("utm_") || TRACKING.has(name);
}
