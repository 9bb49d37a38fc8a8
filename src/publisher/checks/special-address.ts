import { BlockList, isIPv6 } from "node:net";

/**
 * Addresses behind which every network has machines of its own, with what they are for: from IANA's special-purpose
 * address registries (RFC 6890). Those for documentation belong to nobody, so that an entry of them hurts nobody.
 */
const SPECIAL: readonly [purpose: string, ...networks: string[]][] = [
  ["this machine or network", "0.0.0.0/8", "127.0.0.0/8", "::/127"],
  ["a private network", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
  ["a provider's inner network", "100.64.0.0/10"],
  ["a link between neighbours", "169.254.0.0/16", "fe80::/10"],
  ["protocols and measurements", "192.0.0.0/24", "198.18.0.0/15"],
  ["multicast or reserved", "224.0.0.0/3", "ff00::/8"],
  ["IPv4 in IPv6", "::ffff:0:0/96", "64:ff9b::/96"],
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
