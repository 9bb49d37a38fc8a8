import { isIP } from "node:net";
import { type Finding, NOTHING } from "./finding.ts";

/** Names that every hosts file gives to the machine itself; they are no entries. */
const OWN_NAMES = new Set([
  "localhost",
  "localhost.localdomain",
  "local",
  "broadcasthost",
  "ip6-localhost",
  "ip6-loopback",
  "ip6-localnet",
  "ip6-mcastprefix",
  "ip6-allnodes",
  "ip6-allrouters",
  "ip6-allhosts",
  "0.0.0.0",
]);

/** Addresses that send a name nowhere. A hosts file may also give a name its real address: that blocks nothing. */
const SINKS = new Set(["0.0.0.0", "127.0.0.1", "::", "::1", "0", "::0", "127.0.0.0"]);

/** A line of a hosts file (hosts(5)): an address, then one or more names; "#" starts a comment. */
export function parseHostsFile(line: string): readonly Finding[] {
  const hash = line.indexOf("#");
  const text = (hash === -1 ? line : line.slice(0, hash)).trim();
  if (text === "") return NOTHING;
  const [address = "", ...names] = text.split(/\s+/);
  if (!SINKS.has(address)) {
    // fe80::1%lo0 is the loopback of macOS.
    const reason = isIP(address.replace(/%.*/, ""))
      ? `gives a name the address ${address}, which blocks nothing`
      : "starts with no IP address";
    return names.every((name) => OWN_NAMES.has(name.toLowerCase())) && names.length > 0
      ? NOTHING
      : [{ kind: isIP(address) ? "skipped" : "malformed", reason }];
  }
  if (names.length === 0) return [{ kind: "malformed", reason: "an address without a name" }];
  return names
    .filter((name) => !OWN_NAMES.has(name.toLowerCase()))
    .map((name) => ({ kind: "address", text: name }));
}
