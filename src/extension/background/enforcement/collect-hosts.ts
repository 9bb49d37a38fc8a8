const ASCII = /^[\x21-\x7e]+$/;
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

/**
 * Hosts as Chromium wants them in a rule: one name that it does not take would make it refuse all of them. IPv6 stands
 * in brackets there. An IPv4 host stands there in IPv6 spellings too, by which browsers reach it: see ipv4InIpv6.
 */
export function collectHosts(names: Iterable<string>, hosts: string[] = []): string[] {
  for (const name of names) {
    if (!ASCII.test(name)) continue;
    hosts.push(name.includes(":") ? `[${name}]` : name);
    if (IPV4.test(name)) hosts.push(...ipv4InIpv6(name));
  }
  return hosts;
}

/**
 * "203.0.113.7" → mapped (RFC 4291 §2.5.5.2), behind NAT64 (RFC 6052), and the 6to4 addresses that an IPv4 host is most
 * likely to use (RFC 3056), as the URL Standard writes them. Rules cannot name all addresses of a 6to4 prefix: the
 * background watches navigations to the others, see IPV4_IN_IPV6.
 */
function ipv4InIpv6(host: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = host.split(".").map(Number);
  const halves = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  return [
    `::ffff:${halves}`,
    `64:ff9b::${halves}`,
    `2002:${halves}::`,
    `2002:${halves}::1`,
    `2002:${halves}::${halves}`,
  ].map((spelling) => new URL(`http://[${spelling}]`).hostname);
}
