import { describe, expect, it } from "vitest";
import { canonicalEntry } from "../../../../src/node/entry-checks/canonical-entry.ts";

const named = (text: string, scope: "auto" | "host" | "path" = "auto") => {
  const result = canonicalEntry(text, scope);
  if (result.ok) return `${result.entry.scope} ${result.entry.name}`;
  return result.kind === "violation" ? result.violation.rule : result.kind;
};

describe("what a source wrote", () => {
  it.each([
    ["evil.example", "host evil.example"],
    ["EVIL.example.", "host evil.example"],
    ["https://evil.example", "host evil.example"],
    ["https://evil.example:443/", "host evil.example"],
    ["https://evil.example/#/", "host evil.example"],
    ["Bücher.example", "host xn--bcher-kva.example"],
    ["xn--n3h.example", "host xn--n3h.example"],
    ["192.0.2.1", "host 192.0.2.1"],
    ["http://0xC0000201/", "host 192.0.2.1"],
    ["2001:db8::1", "host 2001:db8::1"],
    ["my_shop.example", "host my_shop.example"],
  ])("lists a bare host or a site's root as a host: %s", (text, expected) => {
    expect(named(text)).toBe(expected);
  });

  it.each([
    ["https://sites.google.com/view/x", "path sites.google.com/view/x"],
    ["sites.google.com/view/x/", "path sites.google.com/view/x"],
    ["https://evil.example/a/%7Eb?c=%2f", "path evil.example/a/~b?c=%2F"],
    ["https://evil.example/?id=7", "path evil.example?id=7"],
    ["https://evil.example/clients/*", "path evil.example/clients"],
  ])("keeps an address with a path as a path, never as its host: %s", (text, expected) => {
    expect(named(text)).toBe(expected);
  });

  it("does not list a whole site for what stands in a fragment", () => {
    expect(named("https://mega.example/#!AbC")).toBe("skipped");
  });

  it.each([["http://evil.example:8080/"], ["evil.example:8443"], ["http://evil.example:8080/a"]])(
    "does not list a whole host for one of its ports: %s",
    (text) => {
      expect(named(text)).toBe("skipped");
    },
  );

  it.each([
    ["*.evil.example", "wildcard"],
    ["https://*.evil.example/a", "wildcard"],
    ["evil.example/*", "wildcard"],
    ["evil.*", "wildcard"],
    ["192.0.2.0/24", "ip-range"],
    ["10.0/8", "ip-range"],
    ["2001:db8::/32", "ip-range"],
    ["192.0.2.1-192.0.2.9", "ip-range"],
  ])("refuses what names more than one host: %s", (text, rule) => {
    expect(named(text)).toBe(rule);
  });

  it.each([
    ["ht tp://x"],
    ["evil..example"],
    ["evil,example"],
    ["https://"],
    ["999.1.1.1"],
    [`${"a".repeat(64)}.example`],
  ])("calls %s malformed", (text) => {
    expect(named(text)).toBe("malformed");
  });

  it("leaves out what a browser does not open as a page", () => {
    expect(named("ftp://evil.example/a")).toBe("skipped");
  });

  it("takes only the kind of entry that the source is for", () => {
    expect(named("https://evil.example/a", "host")).toBe("skipped");
    expect(named("evil.example", "path")).toBe("skipped");
    expect(named("https://evil.example/", "path")).toBe("skipped");
    expect(named("https://mega.example/#x", "host")).toBe("host mega.example");
  });
});
