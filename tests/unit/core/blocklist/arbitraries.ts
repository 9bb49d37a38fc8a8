import fc from "fast-check";
import type { Entry, Listing, ListSource } from "../../../../src/core/blocklist/types.ts";

export const SOURCES: readonly ListSource[] = [
  { id: "one", name: "List one", licence: "MIT", url: "https://lists.example/one.txt" },
  { id: "two", name: "Danh sách hai", licence: "CC0-1.0" },
];

export function entry(name: string, listing: Partial<Listing> = {}): Entry {
  return { name, form: null, brand: null, source: "one", since: 20_000, ...listing };
}

// Few letters and labels, so that hosts are often prefixes, suffixes, parents and near misses of one another.
const label = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.string({ unit: fc.constantFrom("a", "b", "-", "0"), minLength: 1, maxLength: 3 }),
  },
  { weight: 1, arbitrary: fc.constantFrom("xn--vit-4na", "com", "www", "đỏ", "😀", "\uffee") },
  { weight: 1, arbitrary: fc.nat(400).map((length) => "a".repeat(length + 1)) },
);

/** Hosts by the letter of the format, most of them not by the letter of DNS. */
export const anyHost = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join(".")),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("1.2.3.4", "1.2.3.40", "2001:db8::1", "a..b", ".a", "a."),
  },
);

const path = fc
  .array(
    fc.string({ unit: fc.constantFrom("a", "b", ".", "/", "?", "é", "%", "~"), maxLength: 6 }),
    { maxLength: 3 },
  )
  .map((segments) => segments.map((segment) => `/${segment}`).join(""));

/** Host or path names. */
export const anyName = fc.oneof(
  anyHost,
  fc.tuple(anyHost, path).map(([host, rest]) => host + rest),
  fc.tuple(anyHost, label).map(([host, query]) => `${host}?${query}`),
);

export const anyEntry: fc.Arbitrary<Entry> = fc.record({
  name: anyName,
  form: fc.constantFrom(null, "bank", "parcel"),
  brand: fc.constantFrom(null, "Vietcombank", "Công an"),
  source: fc.constantFrom("one", "two"),
  since: fc.constantFrom(0, 1, 255, 256, 20_000, 65_535),
});
