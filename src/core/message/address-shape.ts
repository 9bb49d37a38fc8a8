import type { Address } from "../host/address.ts";
import { registrableDomain } from "../host/domain.ts";

/** How an address is written, whoever owns it. */
export const ADDRESS_SHAPES = [
  /** Without a scheme. */
  "bare",
  /** http without s. */
  "plain",
  /** Nothing behind the host. */
  "no-path",
  /** Its name holds digits. */
  "digits",
  "hyphen",
  /** Nobody could say its name: "wtudl". */
  "unspeakable",
  /** Its path is letters and digits thrown together. */
  "random-path",
] as const;
export type AddressShape = (typeof ADDRESS_SHAPES)[number];

/** @param text as it stands in the message */
export function shapesOf({ host, path }: Address, text: string): AddressShape[] {
  const site = registrableDomain(host) ?? host;
  const name = site.slice(0, Math.max(0, site.indexOf(".")));
  const last =
    /(?<![A-Za-z0-9_-])([A-Za-z0-9_-]+)\/?$/.exec(path.split(/[?#]/, 1)[0] ?? "")?.[1] ?? "";
  const is: Record<AddressShape, boolean> = {
    bare: !/\/\//.test(text),
    plain: /^h(?:tt|xx|\*\*)p:/i.test(text),
    "no-path": path.length < 2,
    digits: /\d/.test(name),
    hyphen: name.includes("-"),
    unspeakable: name.length > 3 && (/[^aeiouy\d-]{4}/.test(name) || !/[aeiouy]/.test(name)),
    "random-path": last.length > 3 && last.length < 13 && /[A-Z]/.test(last) && /[a-z]/.test(last),
  };
  return ADDRESS_SHAPES.filter((shape) => is[shape]);
}
