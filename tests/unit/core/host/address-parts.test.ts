import { expect, test } from "vitest";
import { parseAddress } from "../../../../src/core/host/address.ts";
import { type AddressParts, addressParts } from "../../../../src/core/host/address-parts.ts";
import { registrableDomain } from "../../../../src/core/host/domain.ts";

test("the registered domain is told apart from what stands before and after it", () => {
  expect(split("https://vietcombank.com.vn.dang-nhap.xacthuc.top/otp?x=1")).toEqual([
    "vietcombank.com.vn.dang-nhap.",
    "xacthuc.top",
    "/otp?x=1",
  ]);
});

test("whoever rents a name on shared hosting owns just that name", () => {
  expect(split("https://a.qua-tang.pages.dev/")).toEqual(["a.", "qua-tang.pages.dev", ""]);
});

test.each([
  ["a port is shown, the scheme's own is not", "http://evil.example:8080/", ":8080"],
  ["a bare host has nothing after it", "https://evil.example/", ""],
  ["the query stays", "https://evil.example/?q=1", "/?q=1"],
])("%s", (_, url, after) => {
  expect(split(url)[2]).toBe(after);
});

test("an IP address is the whole domain", () => {
  expect(split("http://0x7f.1/x")).toEqual(["", "127.0.0.1", "/x"]);
  expect(split("http://[2001:db8::1]:81/x")).toEqual(["", "[2001:db8::1]", ":81/x"]);
});

test("a public suffix that nobody registered stands as it is", () => {
  expect(split("https://com.vn/")).toEqual(["", "com.vn", ""]);
});

test("a user name that shows a false host is not shown at all", () => {
  expect(split("https://vietcombank.com.vn@evil.example/").join("")).toBe("evil.example");
});

test.each([
  ["Cyrillic о", "vietc\u043embank.com", "\u043e", "o", "cyrillic"],
  ["Cyrillic а", "\u0430cb.com.vn", "\u0430", "a", "cyrillic"],
  ["Greek ο", "vietc\u03bfmbank.com", "\u03bf", "o", "greek"],
  ["Armenian օ", "vietc\u0585mbank.com", "\u0585", "o", "armenian"],
  ["dotless ı", "v\u0131etcombank.com", "\u0131", "i", "latin"],
  ["đ", "v\u0111b.com", "\u0111", "d", "latin"],
  ["a letter with a dot below", "vietcomb\u1ea1nk.com", "\u1ea1", "a", "marked"],
  ["a letter with two marks", "vi\u1ec7tcombank.com", "\u1ec7", "e", "marked"],
])("%s is shown as the person saw it, and named", (_, host, letter, looksLike, script) => {
  const parts = partsOf(`https://${host}/`);
  expect(join(parts)).toBe(host);
  expect(parts.odd).toEqual([{ letter, looksLike, script }]);
  expect(parts.asciiHost).toMatch(/xn--/);
});

test.each([
  ["vietcornbank.com", "rn", "m", "pair"],
  ["vietc0mbank.com", "0", "o", "digit"],
  ["vietcombamk.com", "m", "n", "swapped"],
  ["dang-nhap.vietcombank1.v1etcombank.com", "1", "i", "digit"],
])(
  "in %s the letters that pass for the bank's are marked and named",
  (host, letter, looksLike, script) => {
    const parts = partsOf(`https://${host}/`, ["vietcombank"]);
    expect(join(parts)).toBe(host);
    expect(parts.odd).toEqual([{ letter, looksLike, script }]);
  },
);

test("each odd letter is named once", () => {
  expect(partsOf("https://\u043e\u043e\u0430.com/").odd.map(({ letter }) => letter)).toEqual([
    "\u043e",
    "\u0430",
  ]);
});

test.each([
  ["Arabic and Hebrew, which read from right to left", "\u05d0\u05d1\u05d2.com"],
  ["Chinese, whose strokes pass for dashes and slashes", "\u4e00\u4e36.com"],
  ["Katakana no, which passes for a slash", "vietcombank\u30cenhap.com"],
  ["a click letter that passes for an exclamation mark", "a\u01c3b.com"],
])("%s: the spelling in ASCII is shown", (_, host) => {
  const parts = partsOf(`https://${host}/`);
  expect(join(parts)).toMatch(/^xn--[a-z0-9-]+\.com$/);
  expect(parts.asciiHost).toBeNull();
});

test.each(["xn--a", "xn--99999999", "xn--vietcombnk-jy8d", "xn--\u200b", "xn--ls8h"])(
  "an A-label that decodes to nothing sound stays as it is (%s)",
  (label) => {
    const parsed = parseAddress(`https://${label}.example/`);
    if (!parsed.ok) return;
    expect(join(addressParts(parsed.address, null))).toMatch(/^[\x20-\x7e]+$/);
  },
);

test("nothing in the result can reorder or hide text", () => {
  const hostile = [
    "https://evil.example/\u202egnp.exe",
    "https://evil.example/?q=\u200b\u2066\u0000\n",
    "https://evil.example/%E2%80%AE",
  ];
  for (const url of hostile) expect(join(partsOf(url))).toMatch(/^[\x21-\x7e]+$/);
});

test("a very long address is shortened in the middle and the domain stays whole", () => {
  const parts = partsOf(
    `https://${"a".repeat(60)}.${"b".repeat(60)}.evil.top/${"c/".repeat(5000)}end`,
  );
  expect(text(parts.domain)).toBe("evil.top");
  expect(join(parts).length).toBeLessThan(200);
  expect(text(parts.before)).toMatch(/^aaa.*….*b\.$/);
  expect(text(parts.after)).toMatch(/^\/c\/.*….*\/end$/);
});

test("the imitated name is marked where the address borrows it", () => {
  const parts = partsOf("https://vietcombank-xacthuc.top/", ["vietcombank"]);
  expect(parts.borrowed).toBe("vietcombank");
  expect(parts.domain.map(({ text, borrowed }) => [text, borrowed])).toEqual([
    ["vietcombank", true],
    ["-xacthuc.top", false],
  ]);
});

test("a name too short to mean anything is not marked", () => {
  expect(partsOf("https://thumbnail.example/", ["mb"]).borrowed).toBeNull();
});

function partsOf(url: string, names: string[] = []): AddressParts {
  const parsed = parseAddress(url);
  if (!parsed.ok) throw new Error(`${url}: ${parsed.problem}`);
  const { host, kind } = parsed.address;
  return addressParts(parsed.address, kind === "domain" ? registrableDomain(host) : null, names);
}

function split(url: string): string[] {
  const { before, domain, after } = partsOf(url);
  return [text(before), text(domain), text(after)];
}

const text = (pieces: AddressParts["domain"]) => pieces.map(({ text }) => text).join("");
const join = ({ before, domain, after }: AddressParts) => text(before) + text(domain) + text(after);
