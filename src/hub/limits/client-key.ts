import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * What stands for one client in the limits: an IPv4 address, or the /56 network of an IPv6 address, since one
 * household holds that many (RFC 6177 §2). Kept in memory alone and never written down.
 *
 * @param address as the socket or a proxy gives it
 */
export function clientKey(address: string): string {
  const bare = address.trim().toLowerCase().split("%", 1)[0] ?? "";
  if (!bare.includes(":")) return bare;
  // As browsers write it: no dots, and no zeros but "::".
  const canonical = URL.parse(`http://[${bare}]`)?.hostname.slice(1, -1);
  if (canonical === undefined) return bare;
  const [head = "", tail = ""] = canonical.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const groups = canonical.includes("::")
    ? [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right]
    : left;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups.map((group) =>
    Number.parseInt(group, 16),
  );
  // ::ffff:0:0/96 stands for IPv4 (RFC 4291 §2.5.5.2).
  if ((a | b | c | d | e) === 0 && f === 0xffff) {
    return [g >> 8, g & 0xff, h >> 8, h & 0xff].join(".");
  }
  return `${[a, b, c, d & 0xff00].map((group) => group.toString(16)).join(":")}::/56`;
}

/**
 * Who sent a request, as clientKey names it.
 *
 * @param behindProxy believe the last entry of X-Forwarded-For. One that is no address counts as the proxy's own:
 *   made-up names must not pass for many clients
 */
export function clientOf(incoming: IncomingMessage, behindProxy: boolean): string {
  const socketAddress = incoming.socket.remoteAddress ?? "";
  const forwarded = behindProxy ? lastForwarded(incoming.headers["x-forwarded-for"]) : null;
  return clientKey(forwarded ?? socketAddress);
}

function lastForwarded(header: string | string[] | undefined): string | null {
  const last = String(header ?? "")
    .split(",")
    .at(-1)
    ?.trim()
    // Some proxies add the port: "198.51.100.7:50123", "[2001:db8::1]:50123".
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  return last !== undefined && isIP(last) !== 0 ? last : null;
}
