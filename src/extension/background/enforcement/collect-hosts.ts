const ASCII = /^[\x21-\x7e]+$/;
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

/**
 * Hosts as Chromium wants them in a rule: one name that it does not take would make it refuse all of them. IPv6 stands
 * in brackets there. An IPv4 host stands there twice, because it has an IPv6 address too by which browsers reach it.
 */
export function collectHosts(names: Iterable<string>, hosts: string[] = []): string[] {
  for (const name of names) {
    if (!ASCII.test(name)) continue;
    hosts.push(name.includes(":") ? `[${name}]` : name);
    if (IPV4.test(name)) hosts.push(ipv4Mapped(name));
  }
  return hosts;
}

/** "203.0.113.7" → "[::ffff:cb00:7107]" (RFC 4291 §2.5.5.2), as the URL Standard writes it. */
function ipv4Mapped(host: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = host.split(".").map(Number);
  return `[::ffff:${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}]`;
}
