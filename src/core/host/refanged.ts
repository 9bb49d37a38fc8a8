/** A dot as those write it who report or evade: "evil[.]top", "evil(dot)top", "evil{.}top". */
export const DEFANGED_DOT = /\s?(?:[[({<]\s?(?:\.|dot|cham|chấm)\s?[\])}>]|\[\.|\.\]|\\\.)\s?/gi;
/** "hxxps://", "h**p://", "https[:]//", "http[://]". */
export const DEFANGED_SCHEME =
  /^h(?:tt|xx|\*\*)p(s?)\s?(?:[[({]:[\])}]|:)?\s?(?:\/\/|[[({]\/\/[\])}])\s?|^h(?:tt|xx|\*\*)p(s?)\s?[[({]:\/\/[\])}]\s?/i;

/**
 * Undoes what people do to an address so that nobody opens it by mistake ("hxxps://evil[.]top/a"). Any other text
 * comes back as it is: brackets in a path alone are the page's own.
 */
export function refanged(address: string): string {
  const text = address.trim();
  const plain = text.replace(
    DEFANGED_SCHEME,
    (_, one: string | undefined, two: string | undefined) => `http${one ?? two ?? ""}://`,
  );
  const path = plain.indexOf("/", plain.startsWith("http") ? plain.indexOf("//") + 2 : 0);
  const authority = path === -1 ? plain : plain.slice(0, path);
  const rest = path === -1 ? "" : plain.slice(path);
  const mended = authority.replace(DEFANGED_DOT, ".").replace(/[[({]:[\])}](?=\d)/, ":");
  if (mended === authority && plain.toLowerCase() === text.toLowerCase()) return address;
  return mended + rest.replace(DEFANGED_DOT, ".");
}
