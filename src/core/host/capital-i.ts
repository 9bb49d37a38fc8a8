/**
 * What a host that was written with a capital I among small letters is taken for: "zaIo.me" reads as "zalo.me".
 *
 * @param written the address as it was typed or pasted
 * @param host the host as parsed, in small letters
 * @returns how it was written and how it reads, in small letters; null if it holds no such letter
 */
export function capitalI(written: string, host: string): { shown: string; reads: string } | null {
  const at = written.toLowerCase().indexOf(host);
  if (at === -1) return null;
  const shown = written.slice(at, at + host.length);
  const reads = shown
    .split(".")
    .map((label) => (/[a-z]/.test(label) ? label.replaceAll("I", "l") : label))
    .join(".")
    .toLowerCase();
  return reads === host ? null : { shown, reads };
}
