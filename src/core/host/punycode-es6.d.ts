// The package's ES module by its own path: the bare name "punycode" means Node's deprecated built-in there.
declare module "punycode/punycode.es6.js" {
  /** RFC 3492 for every label of a host; throws RangeError on labels that decode to nothing. */
  export function toUnicode(host: string): string;
  export function toASCII(host: string): string;
}
