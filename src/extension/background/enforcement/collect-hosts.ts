const ASCII = /^[\x21-\x7e]+$/;

/**
 * Hosts as Chromium wants them in a rule: one name that it does not take would make it refuse all of them. IPv6 stands
 * in brackets there.
 */
export function collectHosts(names: Iterable<string>, hosts: string[] = []): string[] {
  for (const name of names) {
    if (ASCII.test(name)) hosts.push(name.includes(":") ? `[${name}]` : name);
  }
  return hosts;
}
