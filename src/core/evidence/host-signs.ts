import type { HostFacts } from "./host-facts.ts";

/** What the host's own shape says. */
export type HostSign = "strong" | "weak" | "bare-ip" | "buried" | "shared" | "ending" | "cheap";

/**
 * Endings that are sold for next to nothing. A hint, never proof: most scams and most honest sites are under .com
 * (facts on Viet Nam, section 2.4).
 */
const CHEAP =
  /\.(?:xyz|vip|top|online|live|club|cc|shop|icu|cfd|sbs|click|lol|site|fun|pw|buzz|cyou|bond|space|store|website|link|work|monster|rest|life|world|today|win|bid|loan|tk|ml|ga|cf|gq|mom|quest|beauty|hair|skin|autos|boats|lat|wiki|one|ink|run)$/;

export function hostSigns({ host, resemblances, bareIp, buried, shared }: HostFacts): HostSign[] {
  const signs: HostSign[] = [];
  if (bareIp) signs.push("bare-ip");
  if (buried) signs.push("buried");
  if (shared) signs.push("shared");
  if (CHEAP.test(host)) signs.push("cheap");
  if (resemblances.some(({ strong, brand }) => strong && brand !== null)) signs.push("strong");
  else if (resemblances.some(({ brand }) => brand !== null)) signs.push("weak");
  if (resemblances.some(({ class: kind, strong }) => kind === "SFX_MIMIC" && strong))
    signs.push("ending");
  return signs;
}
