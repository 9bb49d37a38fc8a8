/**
 * An address that nobody opens by a slip: "hxxps://evil[.]top/login?x=1". Dots of the host alone are bracketed, so
 * that the path stays legible; text that is no address is bracketed whole.
 */
export function defanged(url: string): string {
  const [, scheme, authority, rest] = /^(https?):\/\/([^/?#\\]*)(.*)$/is.exec(url) ?? [];
  if (scheme === undefined || authority === undefined || rest === undefined) {
    return url.replaceAll(".", "[.]").replace(/:(?=\/\/)/g, "[:]");
  }
  const dead = scheme.toLowerCase() === "https" ? "hxxps" : "hxxp";
  return `${dead}://${authority.replaceAll(".", "[.]")}${rest}`;
}
