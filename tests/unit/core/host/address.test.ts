import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  canonicalPath,
  hostWithParents,
  MAX_ADDRESS_LENGTH,
  parseAddress,
} from "../../../../src/core/host/address.ts";
import { anyText } from "../../any-text.ts";

// Properties take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const require = createRequire(import.meta.url);

/** The canonical host, or the problem in brackets. */
function hostOf(input: string): string {
  const result = parseAddress(input);
  return result.ok ? result.address.host : `[${result.problem}]`;
}

describe("the host of an address", () => {
  it.each([
    // as people write it
    ["vietcombank.com.vn", "vietcombank.com.vn"],
    ["  VietcomBank.com.vn/dang-nhap  ", "vietcombank.com.vn"],
    ["//evil.example/x", "evil.example"],
    ["evil.example:8443/x?y#z", "evil.example"],
    ["localhost:3000", "localhost"],
    // one server, many spellings
    ["http://evil.example.", "evil.example"],
    ["HTTPS://EVIL.EXAMPLE:443/", "evil.example"],
    ["http:evil.example", "evil.example"],
    ["http:/\\evil.example\\x", "evil.example"],
    ["https:\\\\evil.example", "evil.example"],
    ["ht\ntps://ev\til.exa\rmple/", "evil.example"],
    ["\u0001https://evil.example\u0000", "evil.example"],
    ["\u00a0https://evil.example/\ufeff", "evil.example"],
    ["http://%65vil.%65xample/", "evil.example"],
    ["http://ｅｖｉｌ．ｅｘａｍｐｌｅ/", "evil.example"],
    ["http://evil。example｡/", "evil.example"],
    ["http://evil%E3%80%82example/", "evil.example"],
    ["http://e\u00advil.exam\u200bple/", "evil.example"],
    // a false host before the real one
    ["https://vietcombank.com.vn@evil.example/", "evil.example"],
    ["https://vietcombank.com.vn:443@evil.example/", "evil.example"],
    ["vietcombank.com.vn:dang-nhap@evil.example/", "evil.example"],
    ["https://vietcombank.com.vn%2Flogin@evil.example/", "evil.example"],
    ["https://evil.example\\@vietcombank.com.vn/", "evil.example"],
    ["https://evil.example#@vietcombank.com.vn/", "evil.example"],
    // names beyond ASCII
    ["https://đăng-nhập.vn/", "xn--ng-nhp-h0a5i0412a.vn"],
    ["https://ĐĂNG-NHẬP.vn/", "xn--ng-nhp-h0a5i0412a.vn"],
    ["https://xn--ng-nhp-h0a5i0412a.vn/", "xn--ng-nhp-h0a5i0412a.vn"],
    ["https://faß.example/", "xn--fa-hia.example"],
    ["https://viеtcombank.com/", "xn--vitcombank-lsi.com"],
    ["https://login_secure.example/", "login_secure.example"],
    // IPv4
    ["http://192.0.2.1/", "192.0.2.1"],
    ["http://192.0.2.1./", "192.0.2.1"],
    ["http://0300.0.02.01/", "192.0.2.1"],
    ["http://0xC0.0x0.0x2.0x1/", "192.0.2.1"],
    ["http://0xc0000201/", "192.0.2.1"],
    ["http://3221225985/", "192.0.2.1"],
    ["http://192.513/", "192.0.2.1"],
    ["http://192.0.513/", "192.0.2.1"],
    ["http://１９２.０.２.１/", "192.0.2.1"],
    ["http://%31%39%32.0.2.1/", "192.0.2.1"],
    ["192.0.2.1:8080", "192.0.2.1"],
    // IPv6
    ["http://[2001:DB8:0:0::0001]:80/", "2001:db8::1"],
    ["[2001:db8::1]", "2001:db8::1"],
    ["http://[::ffff:192.0.2.1]/", "192.0.2.1"],
    ["http://[::ffff:c000:201]/", "192.0.2.1"],
    ["http://[64:ff9b::192.0.2.1]/", "192.0.2.1"],
    ["http://[64:FF9B:0:0:0:0:c000:0201]/", "192.0.2.1"],
    ["http://[64:ff9b::203.0.0.0]/", "203.0.0.0"],
    ["http://[64:ff9b::1]/", "0.0.0.1"],
    ["http://[64:ff9b::]/", "0.0.0.0"],
    ["http://[2002:c000:201::]/", "192.0.2.1"],
    ["http://[2002:c000:201::1]/", "192.0.2.1"],
    ["http://[2002:c000:201:1:2:3:4:5]/", "192.0.2.1"],
    ["http://[2002:c000::]/", "192.0.0.0"],
    // No spellings of IPv4: a network's own prefix, another length, addresses that only look like one.
    ["http://[64:ff9b:1::192.0.2.1]/", "64:ff9b:1::c000:201"],
    ["http://[64:ff9b:0:1::192.0.2.1]/", "64:ff9b:0:1::c000:201"],
    ["http://[::ffff:0:192.0.2.1]/", "::ffff:0:c000:201"],
    ["http://[2001:2002::1]/", "2001:2002::1"],
  ])("of %j is %s", (input, host) => {
    expect(hostOf(input)).toBe(host);
  });

  it.each([
    ["", "empty"],
    [" \t\n ", "empty"],
    ["https://", "malformed"],
    ["https:///", "malformed"],
    ["https://?x", "malformed"],
    ["https://a b.example/", "malformed"],
    ["https://evil..example/", "malformed"],
    ["https://.evil.example/", "malformed"],
    ["https://./", "malformed"],
    ["https://evil.example../", "malformed"],
    ["http://0.0.0../", "malformed"],
    ["https://evil.example:99999/", "malformed"],
    ["https://evil.example:port/", "malformed"],
    ["https://256.256.256.256/", "malformed"],
    ["https://1.2.3.4.5/", "malformed"],
    ["https://evil.0x/", "malformed"],
    ["https://[::1", "malformed"],
    ["https://[1.2.3.4]/", "malformed"],
    ["https://[fe80::1%25eth0]/", "malformed"],
    ["https://evil%00.example/", "malformed"],
    ["https://evil<>.example/", "malformed"],
    ["https://\ud800.example/", "malformed"],
    [`https://${"a.".repeat(130)}example/`, "malformed"],
    ["hai từ", "malformed"],
    ["javascript:alert(1)", "not-web"],
    ["data:text/html,x", "not-web"],
    ["mailto:ai@do.example", "not-web"],
    ["tel:113", "not-web"],
    ["javascript:1", "not-web"],
    ["chrome://settings", "not-web"],
    ["about:blank", "not-web"],
    ["file:///etc/passwd", "not-web"],
    ["ftp://evil.example/", "not-web"],
    ["blob:https://evil.example/1", "not-web"],
    ["view-source:https://evil.example/", "not-web"],
  ])("of %j is nothing: %s", (input, problem) => {
    expect(hostOf(input)).toBe(`[${problem}]`);
  });

  it("is not looked for in more text than a browser would take", () => {
    const fits = `https://evil.example/${"x".repeat(MAX_ADDRESS_LENGTH - 21)}`;
    expect(parseAddress(fits).ok).toBe(true);
    expect(parseAddress(`${fits}x`)).toEqual({ ok: false, problem: "too-long" });
  });

  it("keeps port, path and query, and drops password and fragment but says who stands before @", () => {
    const result = parseAddress("http://ai:do@Evil.example.:8080/a/../b?c=d#e");
    expect(result).toEqual({
      ok: true,
      address: {
        url: "http://evil.example:8080/b?c=d",
        scheme: "http",
        host: "evil.example",
        kind: "domain",
        port: "8080",
        path: "/b",
        query: "c=d",
        credentials: "ai",
      },
    });
  });

  it("says what kind of host it is", () => {
    const kindOf = (input: string) => {
      const result = parseAddress(input);
      return result.ok ? result.address.kind : null;
    };
    expect(kindOf("https://evil.example/")).toBe("domain");
    expect(kindOf("https://1.2.3.4.example/")).toBe("domain");
    expect(kindOf("https://0x7f.1/")).toBe("ipv4");
    expect(kindOf("https://[::ffff:1.2.3.4]/")).toBe("ipv4");
    expect(kindOf("https://[::1]/")).toBe("ipv6");
  });

  it("never throws, and is found again from what it was brought to", () => {
    const piece = fc.oneof(
      anyText({ maxLength: 8 }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.constantFrom(
        "https://",
        "http:",
        "//",
        "@",
        ":",
        "[",
        "]",
        "%",
        ".",
        "。",
        "0x",
        "xn--",
        "\\",
      ),
      fc.ipV4Extended(),
      fc.ipV6(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const result = parseAddress(pieces.join(""));
        if (!result.ok) return;
        const { address } = result;
        expect(address.host).toMatch(/^[!-~]+$/);
        expect(address.host).not.toMatch(/[A-Z/?#@\\]|^\.|\.$|\.\./);
        expect(parseAddress(address.url)).toEqual({
          ok: true,
          address: { ...address, credentials: "" },
        });
      }),
      { numRuns: 2000 },
    );
  });
});

// Unicode's conformance test of UTS #46, the mapping that the URL Standard prescribes, as the package idna-uts46 has it
// (Unicode 9.0). Format and status codes: the file's own head.
describe("Unicode's IDNA vectors", () => {
  const file = require.resolve("idna-uts46/test/IdnaTest.txt");
  const characters = (text: string) =>
    text.replace(/\\u([0-9A-Fa-f]{4})|\\x\{([0-9A-Fa-f]+)\}/g, (_, bmp?: string, any?: string) =>
      bmp
        ? String.fromCharCode(Number.parseInt(bmp, 16))
        : String.fromCodePoint(Number.parseInt(any ?? "", 16)),
    );
  const vectors = readFileSync(file, "utf8")
    .split("\n")
    .map((line) =>
      line
        .replace(/#.*/, "")
        .split(";")
        .map((field) => characters(field.trim())),
    )
    // Transitional processing ("T") is the old mapping of "ß" and its like, which browsers have given up.
    .filter(([type]) => type === "B" || type === "N")
    .map(([, source = "", unicode = "", ascii = ""]) => ({
      source,
      expected: ascii || unicode || source,
    }));
  const isError = (expected: string) => expected.startsWith("[");
  // The URL Standard takes a host whose last label is a number for IPv4, and so differs from plain IDNA.
  const isNumeric = (expected: string) => /(^|\.)(\d+|0x[0-9a-f]*)\.?$/.test(expected);

  it("give the host that Unicode gives", () => {
    const valid = vectors.filter(({ expected }) => !isError(expected) && !isNumeric(expected));
    const wrong = valid.filter(
      ({ source, expected }) =>
        hostOf(`https://${source}/`) !== expected.replace(/\.$/, "") &&
        // No name in DNS has an empty label within: nobody can visit it.
        !/[.\u3002]{2}/.test(source),
    );
    expect(valid.length).toBeGreaterThan(400);
    expect(wrong).toEqual([]);
  });

  it("that are errors give no host, or one that browsers accept and that is plain ASCII", () => {
    const invalid = vectors.filter(({ expected }) => isError(expected));
    const hosts = invalid.map(({ source }) => hostOf(`https://${source}/`));
    const refused = hosts.filter((host) => host.startsWith("["));
    expect(invalid.length).toBeGreaterThan(3000);
    // What is left is younger than Unicode 9 or allowed by the URL Standard (hyphens in third place).
    expect(refused.length).toBeGreaterThan(0.94 * invalid.length);
    for (const host of hosts) expect(host).toMatch(/^[!-~]+$/);
  });
});

describe("a path", () => {
  it.each([
    ["/", "/"],
    ["/a//b///c", "/a/b/c"],
    ["/%61%2D%7e", "/a-~"],
    ["/%c3%a9%2f", "/%C3%A9%2F"],
    ["/%252e", "/%252e"],
    ["/%zz%", "/%zz%"],
  ])("%j is kept as %j", (given, kept) => {
    expect(canonicalPath(given)).toBe(kept);
  });

  it("once canonical stays as it is", () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        expect(canonicalPath(canonicalPath(path))).toBe(canonicalPath(path));
      }),
    );
  });
});

describe("a host's parents", () => {
  it("are walked from the host itself to its last label", () => {
    expect(hostWithParents("a.b.example", "domain")).toEqual([
      "a.b.example",
      "b.example",
      "example",
    ]);
  });

  it("do not exist for IP hosts", () => {
    expect(hostWithParents("192.0.2.1", "ipv4")).toEqual(["192.0.2.1"]);
    expect(hostWithParents("2001:db8::1", "ipv6")).toEqual(["2001:db8::1"]);
  });
});
