import type { HostFacts } from "./host-facts.ts";
import { isUnrelated } from "./names-on-host.ts";
import type { PageFacts } from "./page-facts.ts";

/** What the host says, by its own shape and beside the page. */
export type HostSign =
  | "strong"
  | "weak"
  | "bare-ip"
  | "buried"
  | "shared"
  | "ending"
  | "cheap"
  | "unrelated";
/** Of these, such as say nothing by themselves: honest sites have them too. */
const FAINT: ReadonlySet<HostSign> = new Set<HostSign>(["weak", "shared", "cheap", "unrelated"]);

/**
 * Endings that are sold for next to nothing. A hint, never proof: most scams and most honest sites are under .com
 * (facts on Viet Nam, section 2.4).
 */
const CHEAP =
  /\.(?:xyz|vip|top|online|live|club|cc|shop|icu|cfd|sbs|click|lol|site|fun|pw|buzz|cyou|bond|space|store|website|link|work|monster|rest|life|world|today|win|bid|loan|tk|ml|ga|cf|gq|mom|quest|beauty|hair|skin|autos|boats|lat|wiki|one|ink|run)$/;

export function isTelling(sign: HostSign): boolean {
  return !FAINT.has(sign);
}

export function hostSigns(
  { host, resemblances, bareIp, buried, shared }: HostFacts,
  facts: PageFacts,
): HostSign[] {
  const signs: HostSign[] = [];
  if (bareIp) signs.push("bare-ip");
  if (buried) signs.push("buried");
  if (shared) signs.push("shared");
  if (!bareIp && isUnrelated(facts, host)) signs.push("unrelated");
  if (CHEAP.test(host)) signs.push("cheap");
  if (resemblances.some(({ strong, brand }) => strong && brand !== null)) signs.push("strong");
  else if (resemblances.some(({ brand }) => brand !== null)) signs.push("weak");
  if (resemblances.some(({ class: kind, strong }) => kind === "SFX_MIMIC" && strong))
    signs.push("ending");
  return signs;
}
