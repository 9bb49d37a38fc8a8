/** What stands behind the registered label, by what it costs and who may register there. */
export type Ending = "vn" | "cheap" | "plain" | "country" | "shared";

/**
 * Endings that are sold for next to nothing, where most new scam hosts stand. After the yearly abuse rankings of
 * registries (Interisle, Spamhaus); ccTLDs here are sold like generic ones.
 */
const CHEAP = new Set(
  `top xyz vip shop online site club icu cc life live click info pro fun space store website world buzz cyou sbs cfd bond
link win work today best asia app dev biz mobi lol monster quest rest skin hair makeup beauty autos boats homes yachts
ml ga cf gq tk pw ws la ink wiki one group center digital email finance fyi global host agency art bar bet bid bio
cam casa cloud company fit games gdn golf guru help ist loan ltd me men moe money ninja ooo page party plus press
promo racing red review run sale services social solutions stream studio support systems team tech tips tokyo tools
trade uno ventures video zone gay kim lat vin rip pics mom nexus ren shopping gifts gift tel country`.split(
    /\s+/,
  ),
);
/** Endings below .vn that cost next to nothing (some are free for the young), unlike .vn itself, com.vn and the like. */
const CHEAP_IN_VN = /^(?:id|io|pro|info|biz|name|ai|health)\.vn$/;
/** The same in Indonesia, where many hosts that prey on South-East Asia stand. */
const CHEAP_IN_ID = /^(?:my|biz|web)\.id$/;
const PLAIN = new Set(["com", "net", "org"]);

/**
 * @param suffix what stands behind the registered label: a public suffix, or a site builder's domain
 */
export function endingOf(suffix: string): Ending {
  const last = suffix.slice(suffix.lastIndexOf(".") + 1);
  if (last === "vn") return CHEAP_IN_VN.test(suffix) ? "cheap" : "vn";
  if (isSharedHosting(suffix)) return "shared";
  if (CHEAP_IN_ID.test(suffix)) return "cheap";
  if (!suffix.includes(".") && CHEAP.has(last)) return "cheap";
  if (last.length === 2) return "country";
  if (!suffix.includes(".")) return PLAIN.has(last) ? "plain" : "cheap";
  return "shared";
}

/** Site builders that let everybody put pages under their name and are missing from the Public Suffix List. */
const SITE_BUILDERS = new Set(
  `weebly.com wixsite.com 000webhostapp.com godaddysites.com webnode.page epizy.com rf.gd great-site.net
glitch.me square.site webwave.dev mystrikingly.com wordpress.com tumblr.com jimdosite.com yolasite.com
ucoz.net blogspot.com webflow.io netlify.app vercel.app pages.dev workers.dev web.app firebaseapp.com github.io`.split(
    /\s+/,
  ),
);

/** True of a site builder's own domain that the Public Suffix List does not name: its subdomains belong to strangers. */
export function isSharedHosting(domain: string): boolean {
  return SITE_BUILDERS.has(domain);
}

/** Services that make links into apps under their clients' names. They know their clients, unlike site builders. */
const LINK_SERVICES = new Set(
  "go.link onelink.me app.link page.link adj.st smart.link sng.link".split(" "),
);

/** @param site what one tenant or owner has, see Lookalikes */
export function isOfLinkService(site: string): boolean {
  return LINK_SERVICES.has(site) || LINK_SERVICES.has(site.slice(site.indexOf(".") + 1));
}
