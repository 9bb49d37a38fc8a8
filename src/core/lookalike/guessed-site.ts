/** Labels under which country registries let names: com.vn, co.uk. */
const SECOND_LEVEL = /^(?:com?|net|org|edu|gov|ac|biz|info|pro|health|id|io|name|ai|or|ne|go)$/;

/**
 * The registrable domain by the common shapes, for the page, where the Public Suffix List (46 kB) has no place:
 * two labels, or three under a country's second level. Wrong on shared hosting, where it names the hoster.
 *
 * @returns null for a host of one label and for IP addresses
 */
export function guessedSite(host: string): string | null {
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  if (labels.length < 2 || /^\d+$/.test(last) || host.includes(":")) return null;
  const second = labels.at(-2) ?? "";
  const deep = last.length === 2 && labels.length > 2 && SECOND_LEVEL.test(second);
  return labels.slice(deep ? -3 : -2).join(".");
}
