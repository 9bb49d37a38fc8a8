import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAddress } from "../../../../src/core/host/address.ts";
import { judge, type Knowledge } from "../../../../src/core/verdict/judge.ts";
import { pathEntryName } from "../../../../src/core/verdict/path-candidates.ts";
import {
  baseIds,
  baseRules,
  driftRules,
  probeHost,
  TEST_HOST,
} from "../../../../src/extension/background/enforcement/rule-set.ts";
import { type FakeRules, fakeRules, WARNING } from "./fakes/fake-rules.ts";
import { brand, type Known, knowledge, list } from "./fakes/lists.ts";

const IDS = { base: "base", policy: "policy" };
const NO_DRIFT = { hosts: [], paths: [] };

async function inForce(known: Knowledge, touched: { hosts: string[]; paths: string[] } = NO_DRIFT) {
  const rules = fakeRules();
  await rules.replaceDynamic(baseIds(), baseRules(known, WARNING, IDS));
  await rules.replaceSession([], driftRules(known, touched, WARNING, "drift"));
  return rules;
}

const isStopped = ({ action }: { action: string }) => action === "redirect" || action === "block";

describe("the rules of a list", () => {
  test("lead from a listed address to the warning page, which learns the whole address", async () => {
    const rules = await inForce(knowledge({ hosts: ["evil.example"] }));
    const url = "http://www.evil.example:8080/dang-nhap?a=b";
    expect(rules.decide(url)).toEqual({ action: "redirect", to: `${WARNING}#${url}` });
  });

  test("always hold the test address, even without any list", async () => {
    const rules = await inForce(knowledge({}));
    expect(isStopped(rules.decide(`https://${TEST_HOST}/`))).toBe(true);
  });

  test("keep Chromium from taking signed exchanges, on allowed hosts too", () => {
    const rules = baseRules(knowledge({ allow: ["carrier.example"] }), WARNING, IDS);
    const stops = rules.find(({ condition }) => condition.responseHeaders !== undefined);
    expect(stops?.action.responseHeaders).toEqual([
      { header: "x-content-type-options", operation: "remove" },
    ]);
    const allowances = rules.filter(({ action }) => action.type === "allow");
    expect(allowances.length).toBeGreaterThan(0);
    for (const { priority } of allowances) expect(stops?.priority).toBeGreaterThan(priority ?? 1);
  });

  test("leave out a name that Chromium would refuse, and keep all others", async () => {
    const rules = await inForce(knowledge({ hosts: ["ngân-hàng.example", "evil.example"] }));
    expect(isStopped(rules.decide("https://evil.example/"))).toBe(true);
  });

  test("stop an IPv6 host", async () => {
    const rules = await inForce(knowledge({ hosts: ["2001:db8::1"] }));
    expect(isStopped(rules.decide("http://[2001:db8::1]/"))).toBe(true);
  });

  test("stop an IPv4 host in its IPv6 spelling too, as deny and allow do", async () => {
    const mapped = "http://[::ffff:203.0.113.7]/";
    const listed = knowledge({ hosts: ["203.0.113.7"] });
    expect(isStopped((await inForce(listed)).decide(mapped))).toBe(true);
    const denied = { ...knowledge({}), deny: new Set(["203.0.113.7"]) };
    expect(isStopped((await inForce(denied)).decide(mapped))).toBe(true);
    const allowed = { ...listed, allow: new Set(["203.0.113.7"]) };
    expect(isStopped((await inForce(allowed)).decide(mapped))).toBe(false);
  });

  test("lead from the newest paths to the warning page and stop the next ones, within Chromium's limits", () => {
    const names = Array.from({ length: 40_000 }, (_, i) => `host.example/p${i}`);
    const paths = list(names, (name) => Number(name.split("/p")[1]));
    const rules = baseRules(
      { ...knowledge({}), paths: [{ category: "scam", list: paths }] },
      WARNING,
      IDS,
    );
    const of = (type: string) => rules.filter(({ action }) => action.type === type);
    const redirects = of("redirect").filter(({ condition }) => condition.urlFilter !== undefined);
    expect(redirects.length).toBeGreaterThan(4_000);
    expect(
      rules.some(({ condition }) => condition.regexFilter?.endsWith("/p39999(?:[/?#]|$)")),
    ).toBe(true);
    expect(redirects[0]?.condition.urlFilter).toBe("|http*://host.example/p39119^");
    expect(of("block").length).toBeGreaterThan(24_800);
    expect(of("redirect").length + of("modifyHeaders").length).toBeLessThanOrEqual(5_000);
    expect(rules.length).toBeLessThanOrEqual(30_000);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(Math.max(...rules.map(({ id }) => id))).toBeLessThanOrEqual(baseIds().length);
  });

  test("need one rule for a path that many hosts share, within Chromium's limit of expressions", () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `h${i}.example/p${i % 5_000}`);
    const paths = list(names, () => 1);
    const known = { ...knowledge({}), paths: [{ category: "scam", list: paths }] };
    const rules = baseRules(known, WARNING, IDS);
    const expressions = rules.filter(({ condition }) => condition.regexFilter !== undefined);
    expect(expressions.length).toBeLessThanOrEqual(1_000);
    const ofDocuments = rules.filter(({ condition }) =>
      condition.resourceTypes?.some((type) => type === "main_frame"),
    );
    expect(ofDocuments.length).toBeLessThan(20_000 - 2_500);
    expect(rules.length).toBeLessThanOrEqual(30_000);
  });

  test("stop paths with signs in them, and just the listed query", async () => {
    const rules = await inForce(knowledge({ paths: ["a.example/~x/b=c", "a.example/bai?id=7"] }));
    for (const rest of ["/~x/b=c", "/~x/b=c/d", "/~x/b=c?e", "/bai?id=7", "/bai/?id=7"]) {
      expect(isStopped(rules.decide(`https://a.example${rest}`)), rest).toBe(true);
    }
    for (const rest of ["/~x/b", "/~x/b=cd", "/bai", "/bai?id=77", "/bai?id=7&trang=2"]) {
      expect(isStopped(rules.decide(`https://a.example${rest}`)), rest).toBe(false);
    }
  });

  test("let a path that many hosts share be asked with any port, name and password, and no other host", async () => {
    const rules = await inForce(knowledge({ paths: ["a.example/us", "b.example/us"] }));
    const url = "http://bank.example:x@a.example:8080/us/login?x#y";
    expect(rules.decide(url)).toEqual({ action: "redirect", to: `${WARNING}#${url}` });
    for (const other of ["https://c.a.example/us", "https://a.example/use", "https://a.example/"]) {
      expect(isStopped(rules.decide(other)), other).toBe(false);
    }
  });
});

describe("a listed path, however its address is decorated", () => {
  const word = fc.stringMatching(/^[a-z0-9~!$&'()*+,;=:@%_.-]{1,8}$/);
  const listedAt = fc
    .tuple(
      fc.constantFrom("a.example", "b.a.example", "example.test", "203.0.113.7", "[2001:db8::1]"),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.option(fc.constantFrom("id=7", "u=https://a.example/x", "a=1&b=2"), { nil: null }),
    )
    .map(([host, path, query]) => `https://${host}/${path.join("/")}${query ? `?${query}` : ""}`);

  type Decoration = (url: URL) => void;
  const decorations: Record<string, Decoration> = {
    port: (url) => (url.port = "8080"),
    scheme: (url) => (url.protocol = "http:"),
    credentials: (url) => ([url.username, url.password] = ["vietcombank.com.vn", "x"]),
    fragment: (url) => (url.hash = "#://"),
    slash: (url) => (url.pathname += "/"),
    below: (url) => (url.pathname += "/a+b"),
    parameter: (url) => (url.pathname += "/;x=1"),
    "double slash": (url) => (url.pathname = url.pathname.replace(/^\//, "//")),
    encoding: (url) =>
      (url.pathname = url.pathname.replace(/[a-z]/, (letter) => `%${hex(letter)}`)),
    "encoding in small letters": (url) => (url.pathname = url.pathname.toLowerCase()),
    "dot segment": (url) => (url.href = url.href.replace(/\/(?=[^/]*$)/, "/./")),
    tracking: (url) => (url.search += `${url.search === "" ? "?" : "&"}fbclid=://x`),
    query: (url) => (url.search ||= "?u=://"),
    dot: (url) => (url.hostname += url.hostname.startsWith("[") ? "" : "."),
  };
  const hex = (letter: string) => letter.charCodeAt(0).toString(16);

  for (const many of [false, true]) {
    test(`is stopped by rules, or the shield asks${many ? ", in a list with more entries than rules" : ""}`, async () => {
      const others = Array.from({ length: many ? 3_000 : 0 }, (_, i) => `h${i}.test/p${i}`);
      await fc.assert(
        fc.asyncProperty(
          listedAt,
          fc.subarray(Object.keys(decorations)),
          async (listedUrl, chosen) => {
            const parsed = parseAddress(listedUrl);
            if (!parsed.ok) return;
            const known = knowledge({ paths: [pathEntryName(parsed.address), ...others] });
            const url = new URL(listedUrl);
            for (const decoration of chosen) decorations[decoration]?.(url);
            const asked = parseAddress(url.href);
            if (!asked.ok) return;
            const rules = await inForce(known);
            const isListed = judge(asked.address, known).level === "block";
            if (isListed) {
              expect(isStopped(rules.decide(url.href)) || rules.marks(url.href), url.href).toBe(
                true,
              );
            } else {
              expect(isStopped(rules.decide(url.href)), url.href).toBe(false);
            }
          },
        ),
        many ? { numRuns: 8 } : { numRuns: 150 },
      );
    });
  }

  test("is stopped by a rule of its own with any port and whatever follows, while few are listed", async () => {
    const rules = await inForce(knowledge({ paths: ["chung.example/view/qua-tang"] }));
    for (const after of ["?u=://", "/a+b", "#a", "/", "?fbclid=1"]) {
      for (const origin of ["http://chung.example", "https://x@chung.example:8080"]) {
        const url = `${origin}/view/qua-tang${after}`;
        expect(isStopped(rules.decide(url)), url).toBe(true);
      }
    }
  });

  test("has its host's pages judged, and no others", async () => {
    const rules = await inForce(knowledge({ paths: ["chung.example/view/qua-tang"] }));
    expect(rules.marks("https://chung.example:8080//view/qua-tang")).toBe(true);
    expect(rules.marks("https://mail.chung.example/")).toBe(false);
    expect(rules.marks("https://khac.example/chung.example/")).toBe(false);
  });

  test("has its host's pages judged as soon as it is listed", async () => {
    const rules = fakeRules();
    await rules.replaceDynamic(baseIds(), baseRules(knowledge({}), WARNING, IDS));
    const now = knowledge({ paths: ["chung.example/a*b"] });
    const touched = { hosts: [], paths: ["chung.example/a*b"] };
    await rules.replaceSession([], driftRules(now, touched, WARNING, "drift"));
    expect(rules.marks("https://chung.example/a*b")).toBe(true);
  });
});

describe("requests of pages", () => {
  type Type = NonNullable<Parameters<FakeRules["decide"]>[2]>;
  const socket = "websocket" as Type;
  const SUBRESOURCES = ["xmlhttprequest", "script", "image", "object", "websocket"] as Type[];

  async function changed() {
    const before = {
      hosts: ["evil.example"],
      paths: ["chung.example/a"],
      deny: ["denied.example"],
    };
    const now = knowledge({
      ...before,
      hosts: ["evil.example", "new.example"],
      paths: ["chung.example/a", "chung.example/new"],
    });
    const rules = fakeRules();
    await rules.replaceDynamic(baseIds(), baseRules(knowledge(before), WARNING, IDS));
    const touched = { hosts: ["new.example"], paths: ["chung.example/new"] };
    await rules.replaceSession([], driftRules(now, touched, WARNING, "drift"));
    return rules;
  }

  test("are blocked, not redirected, on listed, denied and just listed hosts and paths", async () => {
    const rules = await changed();
    for (const rest of ["evil.example/", "a.evil.example/", "new.example/", "denied.example/"]) {
      for (const type of SUBRESOURCES) {
        const scheme = type === socket ? "wss" : "https";
        const { action } = rules.decide(`${scheme}://${rest}`, 1, type);
        expect(action, `${type} ${rest}`).toBe("block");
      }
    }
    for (const rest of ["chung.example/a", "chung.example/a/b?c", "chung.example/new"]) {
      for (const type of SUBRESOURCES.filter((one) => one !== socket)) {
        const { action } = rules.decide(`https://${rest}`, 1, type);
        expect(action, `${type} ${rest}`).toBe("block");
      }
    }
  });

  test("are redirected nowhere, whatever is listed, unless the extension itself asks", async () => {
    const rules = await changed();
    const redirects = [...rules.dynamic.values(), ...rules.session.values()].filter(
      ({ action }) => action.type === "redirect",
    );
    const open = redirects.filter(({ condition }) => condition.initiatorDomains === undefined);
    expect(open.length).toBeGreaterThan(4);
    for (const { condition } of open) {
      expect(["main_frame", "sub_frame"]).toEqual(
        expect.arrayContaining(condition.resourceTypes ?? ["all"]),
      );
    }
    const own = new URL(WARNING).hostname;
    for (const { condition } of redirects.filter((rule) => !open.includes(rule))) {
      expect(condition.initiatorDomains).toEqual([own]);
    }
  });

  test("to the test host and to probe hosts meet no rule, though tabs and the extension do", async () => {
    const rules = await changed();
    for (const type of [...SUBRESOURCES, "sub_frame" as Type]) {
      expect(rules.decide(`http://${TEST_HOST}/`, 1, type).action, type).toBe("none");
      for (const probe of [probeHost("base", IDS.base), probeHost("drift", "drift")]) {
        expect(rules.decide(`http://${probe}:1/`, 1, type).action, type).toBe("none");
        expect(await rules.redirects(probe)).toBe(true);
      }
    }
    expect(rules.decide(`http://${TEST_HOST}/`).action).toBe("redirect");
  });

  test("are blocked on a path that is still listed below one that left the list", async () => {
    const before = knowledge({ paths: ["chung.example/a", "chung.example/a/b"] });
    const now = knowledge({ paths: ["chung.example/a/b"] });
    const rules = fakeRules();
    await rules.replaceDynamic(baseIds(), baseRules(before, WARNING, IDS));
    const touched = { hosts: [], paths: ["chung.example/a"] };
    await rules.replaceSession([], driftRules(now, touched, WARNING, "drift"));
    for (const type of SUBRESOURCES.filter((one) => one !== socket)) {
      expect(rules.decide("https://chung.example/a/b", 1, type).action, type).toBe("block");
      expect(rules.decide("https://chung.example/a/x", 1, type).action, type).toBe("allow");
    }
  });

  test("from sockets are let through on an allowed host and on one that left the list", async () => {
    const before = knowledge({ hosts: ["evil.example", "old.example"], allow: ["evil.example"] });
    const now = knowledge({ hosts: ["evil.example"], allow: ["evil.example"] });
    const rules = fakeRules();
    await rules.replaceDynamic(baseIds(), baseRules(before, WARNING, IDS));
    const drift = driftRules(now, { hosts: ["old.example"], paths: [] }, WARNING, "drift");
    await rules.replaceSession([], drift);
    for (const host of ["evil.example", "old.example"]) {
      expect(rules.decide(`ws://${host}/`, 1, socket).action, host).toBe("allow");
    }
  });
});

describe("the drift", () => {
  async function drifted(before: Known, after: Known) {
    const rules = fakeRules();
    const names = (of: Known, kind: "hosts" | "paths") => [...(of[kind] ?? [])];
    const touched = {
      hosts: [...names(before, "hosts"), ...names(after, "hosts")],
      paths: [...names(before, "paths"), ...names(after, "paths")],
    };
    await rules.replaceDynamic(baseIds(), baseRules(knowledge(before), WARNING, IDS));
    await rules.replaceSession([], driftRules(knowledge(after), touched, WARNING, "drift"));
    return rules;
  }

  test("frees a path that left the list, and not the one below it that is still listed", async () => {
    const before = { paths: ["chung.example/a", "chung.example/a/b"] };
    const rules = await drifted(before, { paths: ["chung.example/a/b"] });
    expect(isStopped(rules.decide("https://chung.example/a/"))).toBe(false);
    expect(isStopped(rules.decide("https://chung.example/a/b"))).toBe(true);
  });

  test("frees a parent that left the list, and not the child that is still listed", async () => {
    const rules = await drifted(
      { hosts: ["evil.example", "a.evil.example"] },
      { hosts: ["a.evil.example"] },
    );
    expect(isStopped(rules.decide("https://evil.example/"))).toBe(false);
    expect(isStopped(rules.decide("https://b.evil.example/"))).toBe(false);
    expect(isStopped(rules.decide("https://x.a.evil.example/"))).toBe(true);
  });

  test("frees no child while its parent is listed", async () => {
    const rules = await drifted(
      { hosts: ["evil.example", "a.evil.example"] },
      { hosts: ["evil.example"] },
    );
    expect(isStopped(rules.decide("https://a.evil.example/"))).toBe(true);
  });

  test("frees a host that left the list, and no path on it or below it that is still listed", async () => {
    const paths = ["evil.example/a", "b.evil.example/a"];
    const rules = await drifted({ hosts: ["evil.example"], paths }, { paths });
    expect(isStopped(rules.decide("https://evil.example/"))).toBe(false);
    expect(isStopped(rules.decide("https://evil.example/a"))).toBe(true);
    expect(isStopped(rules.decide("https://b.evil.example/a/x"))).toBe(true);
  });

  test("does not free a listed host when a path on it leaves the list", async () => {
    const rules = await drifted(
      { hosts: ["evil.example"], paths: ["evil.example/a"] },
      { hosts: ["evil.example"] },
    );
    expect(isStopped(rules.decide("https://evil.example/a"))).toBe(true);
  });
});

describe("rules and verdict agree", () => {
  const AFTER = ["-khac", "+khac", ",", ";a", ":8", "(a", "=a", "!", "@a", "$", "~a", "&a", "%2B"];
  AFTER.push("/?q=1", "?q=1&b", "?", "/", "//", "#", "#a", "?q=1#a", "/?q=1#a", "?#");
  const LABELS = ["a", "b", "evil", "bank"];
  const host = fc
    .array(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 3 })
    .map((labels) => `${labels.join(".")}.example`);
  const path = fc
    .tuple(
      host,
      fc.array(fc.constantFrom("x", "y", "z"), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    .map(([name, segments, query]) => `${name}/${segments.join("/")}${query ? "?q=1" : ""}`);
  const known: fc.Arbitrary<Required<Omit<Known, "brands">>> = fc.record({
    hosts: fc.uniqueArray(host, { maxLength: 6 }),
    paths: fc.uniqueArray(path, { maxLength: 6 }),
    deny: fc.uniqueArray(host, { maxLength: 2 }),
    allow: fc.uniqueArray(host, { maxLength: 2 }),
  });
  const brands = [
    brand("Ngân hàng", ["bank.example", "evil.bank.example"], ["a.bank.example"]),
    brand("Công an", ["bank.*.example"]),
  ];
  const asked = fc.oneof(
    host.map((name) => `https://${name}/`),
    path.map((name) => `https://${name}`),
    path.map((name) => `https://${name.replace("?q=1", "")}/z`),
    fc
      .tuple(path, fc.constantFrom("https", "http"), fc.constantFrom(...AFTER))
      .map(([name, scheme, after]) => `${scheme}://${name.replace("?q=1", "")}${after}`),
    fc.tuple(host, path).map(([name, other]) => `https://${name}/to?u=https://${other}`),
  );

  /** What rules do not stop, the shield asks for; what they do stop, the verdict blocks. */
  function expectAgreement(rules: FakeRules, url: string, by: Knowledge): void {
    const parsed = parseAddress(url);
    const { level, scope } = parsed.ok ? judge(parsed.address, by) : { level: "none", scope: null };
    const stopped = isStopped(rules.decide(url));
    const asked = scope === "path" && rules.marks(url);
    expect(stopped || (asked && level === "block"), url).toBe(level === "block");
  }

  test("on every address, whatever is listed, official, denied and allowed", async () => {
    await fc.assert(
      fc.asyncProperty(
        known,
        fc.array(asked, { minLength: 5, maxLength: 20 }),
        async (of, urls) => {
          const now = knowledge({ ...of, brands });
          const rules = await inForce(now);
          for (const url of urls) {
            expectAgreement(rules, url, now);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("after any drift from one list to another", async () => {
    await fc.assert(
      fc.asyncProperty(
        known,
        known,
        fc.array(asked, { minLength: 5, maxLength: 20 }),
        async (before, after, urls) => {
          // Policy is part of the base: it is written anew when it changes.
          const now = knowledge({ ...after, deny: before.deny, allow: before.allow, brands });
          const touched = {
            hosts: [...new Set([...before.hosts, ...after.hosts])],
            paths: [...new Set([...before.paths, ...after.paths])],
          };
          const rules = fakeRules();
          const base = baseRules(knowledge({ ...before, brands }), WARNING, IDS);
          await rules.replaceDynamic(baseIds(), base);
          await rules.replaceSession([], driftRules(now, touched, WARNING, "drift"));
          for (const url of urls) {
            expectAgreement(rules, url, now);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
