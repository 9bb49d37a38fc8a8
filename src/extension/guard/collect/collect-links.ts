import { CAPS, type PageFacts } from "../../../core/evidence/page-facts.ts";
import { hostOf, type Resolve } from "./addresses.ts";
import { attribute } from "./dom.ts";

/** Addresses and names of apps that come past the stores: for Android, profiles and pages of apps for iPhones. */
export const PACKAGE = /\.(?:x?apk|apk[ms]|mobileconfig)(?:[?#]|$)|^itms-services:/i;
/** Links that stay on their host whatever follows. Most do, and to parse an address costs more than all else of a link. */
const INSIDE = /^(?:[#?]|\/(?:[\w-]|$))/;
const MOST_PACKAGES = 20;
const MOST_HOSTS = 100;

/** @returns what notes where a link leads, and what it offers to install */
export function collectLinks(
  facts: PageFacts,
  base: string,
  resolve: Resolve,
): (element: Element) => void {
  const home = hostOf(base);
  return (element) => {
    const target = attribute(element, "href", CAPS.address);
    if (target === "") return;
    const { packages, linkHosts } = facts;
    if (
      packages.length < MOST_PACKAGES &&
      (PACKAGE.test(target) || PACKAGE.test(attribute(element, "download")))
    )
      packages.push(resolve(target));
    const host = INSIDE.test(target) ? home : hostOf(resolve(target));
    if (host !== "" && linkHosts.length < MOST_HOSTS && !linkHosts.includes(host))
      linkHosts.push(host);
  };
}
