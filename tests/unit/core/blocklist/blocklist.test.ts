import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { BlocklistError } from "../../../../src/core/blocklist/blocklist-error.ts";
import { buildBlocklist } from "../../../../src/core/blocklist/build-blocklist.ts";
import { sealWithChecksum } from "../../../../src/core/blocklist/checksum.ts";
import { diffBlocklists, patchBlocklist } from "../../../../src/core/blocklist/delta.ts";
import { buildIndex } from "../../../../src/core/blocklist/list-index.ts";
import { openBlocklist } from "../../../../src/core/blocklist/open-blocklist.ts";
import type { Blocklist, Entry } from "../../../../src/core/blocklist/types.ts";
import { anyEntry, anyHost, anyName, entry, SOURCES } from "./arbitraries.ts";

// Properties take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const build = (entries: Iterable<Entry>) => buildBlocklist(entries, { sources: SOURCES });
const buildNames = (names: Iterable<string>) => build([...names].map((name) => entry(name)));
const open = (entries: Iterable<Entry>) => {
  const list = build(entries);
  return openBlocklist(list, buildIndex(list));
};
const anyEntries = fc.array(anyEntry, { maxLength: 200 });
const anyHosts = fc.array(anyHost, { maxLength: 200 });

/** The plain model: of entries with one name the first counts. */
function model(entries: readonly Entry[]): Map<string, Entry> {
  const byName = new Map<string, Entry>();
  for (const one of entries) if (!byName.has(one.name)) byName.set(one.name, one);
  return byName;
}

function codeOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof BlocklistError) return error.code;
    throw error;
  }
}

describe("a blocklist", () => {
  it("finds exactly the names that are listed, with their listing", () => {
    fc.assert(
      fc.property(anyEntries, fc.array(anyName), (entries, others) => {
        const list = open(entries);
        const byName = model(entries);
        expect(list.count).toBe(byName.size);
        for (const name of [...byName.keys(), ...others]) {
          expect(list.get(name)).toEqual(byName.get(name) ?? null);
        }
      }),
    );
  });

  it("covers a host by itself or by its nearest listed parent, as a walk over a Map does", () => {
    fc.assert(
      fc.property(anyHosts, anyHosts, (listed, asked) => {
        const list = open(listed.map((name, day) => entry(name, { since: day })));
        const byName = model(listed.map((name, day) => entry(name, { since: day })));
        for (const host of [...asked, ...listed, ...listed.map((name) => `www.${name}`)]) {
          const labels = host.split(".");
          const parent = labels.map((_, i) => labels.slice(i).join(".")).find((h) => byName.has(h));
          expect(list.covering(host)).toEqual(parent === undefined ? null : byName.get(parent));
        }
      }),
    );
  });

  it("is no match for hosts that only look related", () => {
    const list = open(["evil.com", "a-b.evil.net", "1.2.3.4", "localhost"].map((n) => entry(n)));
    for (const host of [
      "notevil.com",
      "evil.com.vn",
      "evil-com",
      "com",
      "vil.com",
      "evil.co",
      "",
    ]) {
      expect(list.covering(host), host).toBeNull();
    }
    for (const host of ["b.evil.net", "evil.net", "a-b-evil.net", "a.b.evil.net"]) {
      expect(list.covering(host), host).toBeNull();
    }
    expect(list.get("1.2.3.4")?.name).toBe("1.2.3.4");
    expect(list.get("9.1.2.3.4")).toBeNull();
    expect(list.covering("app.localhost")?.name).toBe("localhost");
  });

  it("finds every name around the borders of its blocks, and none between", () => {
    const hosts = Array.from({ length: 401 }, (_, i) => `h${String(i).padStart(4, "0")}.example`);
    for (const size of [1, 2, 191, 192, 193, 383, 384, 385, 400]) {
      const list = open(hosts.slice(0, size).map((name) => entry(name)));
      for (const [i, host] of hosts.entries()) {
        expect(list.get(host)?.name ?? null).toBe(i < size ? host : null);
        expect(list.get(`${host}x`)).toBeNull();
        expect(list.get(`x${host}`)).toBeNull();
      }
    }
  });

  it("holds names far longer than a byte can count, even if they share almost all of it", () => {
    const long = `host.example/${"p".repeat(700)}`;
    const names = [long, `${long}a`, `${long}b/${"q".repeat(300)}`, `${"l".repeat(600)}.example`];
    const list = open(names.map((name) => entry(name)));
    for (const name of names) {
      expect(list.get(name)?.name).toBe(name);
      expect(list.get(name.slice(1))).toBeNull();
      expect(list.get(`${name}z`)).toBeNull();
    }
    expect([...list.names()].sort()).toEqual(names.sort());
  });

  it("keeps a path apart from its host and from other paths", () => {
    const list = open(["sites.example/view/x", "sites.example?x=1"].map((name) => entry(name)));
    expect(list.get("sites.example/view/x")).not.toBeNull();
    expect(list.get("sites.example?x=1")).not.toBeNull();
    expect(list.get("sites.example")).toBeNull();
    expect(list.get("sites.example/view")).toBeNull();
    expect(list.covering("sites.example")).toBeNull();
  });

  it("enumerates its names once each, those below a host, and the paths on one", () => {
    fc.assert(
      fc.property(anyEntries, fc.array(anyHost), (entries, hosts) => {
        const list = open(entries);
        const names = [...model(entries).keys()];
        expect([...list.names()].sort()).toEqual(names.sort());
        for (const host of [...hosts, ...names.map((name) => name.replace(/[/?].*/s, ""))]) {
          const below = names.filter((name) => /^[^/?]*/.exec(name)?.[0].endsWith(`.${host}`));
          expect([...list.below(host)].sort()).toEqual(below.sort());
          const on = names.filter((name) => /^[^/?]*(?=[/?])/.exec(name)?.[0] === host);
          expect([...list.pathsOn(host)].sort()).toEqual(on.sort());
        }
      }),
    );
  });

  it("works empty and with one entry", () => {
    const none = open([]);
    expect(none.count).toBe(0);
    expect(none.covering("a.example")).toBeNull();
    expect(none.get("a.example")).toBeNull();
    expect([...none.names()]).toEqual([]);
    expect([...none.below("example")]).toEqual([]);
    expect(none.sources).toEqual(SOURCES);
    const one = open([entry("a.example")]);
    expect([...one.names()]).toEqual(["a.example"]);
    expect(one.covering("b.a.example")?.name).toBe("a.example");
  });

  it("answers the same with an index made beforehand, made on opening, or from an odd place in memory", () => {
    const list = buildNames(["a.example", "b.example"]);
    const shifted = new Uint8Array(list.length + 1);
    shifted.set(list, 1);
    for (const opened of [
      openBlocklist(list),
      openBlocklist(list.buffer, buildIndex(list).buffer),
      openBlocklist(shifted.subarray(1)),
    ]) {
      expect(opened.covering("x.b.example")?.name).toBe("b.example");
    }
  });

  it("is the same bytes in whatever order entries and sources come", () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(anyEntry, { selector: ({ name }) => name, maxLength: 60 })
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
          ),
        ([entries, shuffled]) => {
          const again = buildBlocklist(shuffled, { sources: [...SOURCES].reverse() });
          expect(again).toEqual(build(entries));
        },
      ),
    );
  });

  it("refuses entries that nobody could look up or explain", () => {
    for (const name of ["", "a\nb.example", "a\u0000", "\ud800.example", "x".repeat(70_000)]) {
      expect(codeOf(() => buildNames([name]))).toBe("entry");
    }
    expect(codeOf(() => build([entry("a.example", { since: -1 })]))).toBe("entry");
    expect(codeOf(() => build([entry("a.example", { since: 1.5 })]))).toBe("entry");
    expect(codeOf(() => build([entry("a.example", { source: "nobody" })]))).toBe("source");
    const twice = [...SOURCES, ...SOURCES];
    expect(codeOf(() => buildBlocklist([], { sources: twice }))).toBe("source");
  });
});

describe("a damaged file", () => {
  const names = Array.from({ length: 90 }, (_, i) => `host${i * 7}.${i % 3}.example`);
  const list = buildNames(names);
  const index = buildIndex(list);
  const next = buildNames([...names.slice(3), "new.example", "newer.example"]);
  const delta = diffBlocklists(list, next);
  const uses: [string, Uint8Array<ArrayBuffer>, (bytes: Uint8Array<ArrayBuffer>) => unknown][] = [
    ["list", list, (bytes) => openBlocklist(bytes)],
    ["index", index, (bytes) => openBlocklist(list, bytes)],
    ["delta", delta, (bytes) => patchBlocklist(list, bytes)],
  ];

  it.each(uses)("is refused whichever byte of the %s is flipped", (_, bytes, use) => {
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(
        codeOf(() => use(flipped)),
        `byte ${at}`,
      ).toBe("damaged");
    }
  });

  it.each(uses)("is refused wherever the %s is cut or lengthened", (_, bytes, use) => {
    for (let length = 0; length < bytes.length; length++) {
      expect(
        codeOf(() => use(bytes.slice(0, length))),
        `length ${length}`,
      ).toBe("damaged");
    }
    for (const more of [1, 4, 16, 4096]) {
      const longer = new Uint8Array(bytes.length + more);
      longer.set(bytes);
      expect(
        codeOf(() => use(longer)),
        `${more} more`,
      ).toBe("damaged");
    }
  });

  it("is refused when parts of it are swapped or blanked", () => {
    fc.assert(
      fc.property(fc.nat(list.length / 16 - 1), fc.nat(list.length / 16 - 1), (a, b) => {
        const mixed = list.slice();
        mixed.copyWithin(a * 16, b * 16, b * 16 + 16);
        fc.pre(!list.every((byte, i) => byte === mixed[i]));
        expect(codeOf(() => openBlocklist(mixed))).toBe("damaged");
      }),
    );
  });

  it("is refused or harmless even if its checksum was made to fit", () => {
    const many = build(
      [...names, "đăng-nhập.example", "đỏ.example/é"].map((name, i) =>
        entry(name, { since: i, source: i % 2 ? "one" : "two" }),
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(list, many),
        fc.array(fc.tuple(fc.nat(many.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        (whole, changes) => {
          const forged = whole.slice();
          for (const [at, byte] of changes) if (at < forged.length) forged[at] = byte;
          sealWithChecksum(forged);
          let opened: Blocklist;
          try {
            opened = openBlocklist(forged);
          } catch (error) {
            expect(error).toBeInstanceOf(BlocklistError);
            return;
          }
          const held = [...opened.names()];
          expect(held).toHaveLength(opened.count);
          expect(new Set(held).size).toBe(opened.count);
          for (const name of held) expect(opened.get(name)?.name).toBe(name);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("is refused as a delta even if its checksum was made to fit, unless it still leads to the same list", () => {
    fc.assert(
      fc.property(fc.nat(delta.length - 1), fc.nat(255), (at, byte) => {
        const forged = delta.slice();
        forged[at] = byte;
        // The list of added entries within the delta has a checksum of its own.
        const inner = forged.subarray(64, 64 + new DataView(delta.buffer).getUint32(60, true));
        if (at >= 64 && at < 64 + inner.length) sealWithChecksum(inner);
        sealWithChecksum(forged);
        try {
          expect(patchBlocklist(list, forged).list).toEqual(next);
        } catch (error) {
          if (!(error instanceof BlocklistError)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("is refused if an index or delta belongs to another list", () => {
    expect(codeOf(() => openBlocklist(next, index))).toBe("mismatch");
    expect(codeOf(() => patchBlocklist(next, delta))).toBe("mismatch");
  });
});

describe("a delta", () => {
  it("turns the first list into the second, byte for byte, and names what came and went", () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, anyEntries, (kept, old, fresh) => {
        const before = build([...kept, ...old]);
        const after = build([...fresh, ...kept]);
        const patched = patchBlocklist(before, diffBlocklists(before, after));
        expect(patched.list).toEqual(after);
        const was = new Set(openBlocklist(before).names());
        const is = new Set(openBlocklist(after).names());
        expect(patched.added.sort()).toEqual([...is].filter((name) => !was.has(name)).sort());
        expect(patched.removed.sort()).toEqual([...was].filter((name) => !is.has(name)).sort());
      }),
    );
  });

  it("carries new sources, changed listings and nothing else", () => {
    const before = build([entry("a.example"), entry("b.example")]);
    const sources = [...SOURCES, { id: "new", name: "New", licence: "CC0-1.0" }];
    const after = buildBlocklist(
      [entry("a.example"), entry("b.example", { source: "new", form: "bank", since: 70 })],
      { sources },
    );
    const { list, added, removed } = patchBlocklist(before, diffBlocklists(before, after));
    expect(list).toEqual(after);
    expect([added, removed]).toEqual([[], []]);
    expect(openBlocklist(list).sources).toEqual(openBlocklist(after).sources);
  });

  it("of equal lists changes nothing", () => {
    const list = buildNames(["a.example"]);
    expect(patchBlocklist(list, diffBlocklists(list, list)).list).toEqual(list);
  });

  it("leads from nothing to a list and back", () => {
    const none = build([]);
    const list = buildNames(["a.example", "b.a.example", "c.example/x"]);
    expect(patchBlocklist(none, diffBlocklists(none, list)).list).toEqual(list);
    expect(patchBlocklist(list, diffBlocklists(list, none)).list).toEqual(none);
  });
});
