import { CAPS } from "../../../core/evidence/page-facts.ts";

/** An address as written in a page → the absolute one; empty for what leads to no server. */
export type Resolve = (address: string) => string;

export function resolverOf(base: string): Resolve {
  return (address) => {
    if (address === "" || /^(?:data|blob|javascript|mailto|tel):/i.test(address)) return "";
    // Percent signs make it longer than what was written.
    return URL.parse(address, base)?.href.slice(0, CAPS.address) ?? "";
  };
}

/** The host of an absolute address; empty if it is none of the web's. */
export function hostOf(address: string): string {
  return /^https?:\/\/([^/?#:]+)/.exec(address)?.[1] ?? "";
}
