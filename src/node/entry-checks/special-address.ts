import { BlockList, isIPv6 } from "node:net";

/**
 * Addresses behind which every network has machines of its own, with what they are for: from IANA's special-purpose
 * address registries (RFC 6890), and the best known public name servers. Those for documentation belong to nobody, so that an entry of them hurts nobody.
 */
const SPECIAL: readonly [purpose: string, ...networks: string[]][] = [
  ["this machine or network", "0.0.0.0/8", "127.0.0.0/8", "::/127"],
  ["a private network", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
  ["a provider's inner network", "100.64.0.0/10"],
  ["a link between neighbours", "169.254.0.0/16", "fe80::/10"],
  ["protocols and measurements", "192.0.0.0/24", "198.18.0.0/15"],
  ["multicast or reserved", "224.0.0.0/3", "ff00::/8"],
  // Blocking one of these cuts whole networks off from names: Cloudflare, Google, Quad9, OpenDNS, AdGuard.
  ["a public name server", "1.1.1.1/32", "1.0.0.1/32", "8.8.8.8/32", "8.8.4.4/32", "9.9.9.9/32"],
  ["a public name server", "149.112.112.112/32", "208.67.222.222/32", "208.67.220.220/32"],
  ["a public name server", "94.140.14.14/32", "94.140.15.15/32"],
  ["a public name server", "2606:4700:4700::1111/128", "2606:4700:4700::1001/128"],
  ["a public name server", "2001:4860:4860::8888/128", "2001:4860:4860::8844/128"],
  ["a public name server", "2620:fe::fe/128", "2620:fe::9/128"],
  // Unlike 64:ff9b::/96, whose addresses are canonically IPv4, these mean another server in every network (RFC 8215).
  ["a network's own NAT64", "64:ff9b:1::/48"],
];

// A list a family: Node takes 1.2.3.4 to be in ::ffff:0:0/96.
const LISTS = SPECIAL.map(([purpose, ...networks]) => {
  const lists = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    lists[family].addSubnet(address, Number(bits), family);
  }
  return { purpose, lists };
});

/**
 * @param address canonical IPv4 or IPv6 address
 * @returns what the address is reserved for, or null if it belongs to a public server
 */
export function specialPurpose(address: string): string | null {
  const family = isIPv6(address) ? "ipv6" : "ipv4";
  return LISTS.find(({ lists }) => lists[family].check(address, family))?.purpose ?? null;
}
