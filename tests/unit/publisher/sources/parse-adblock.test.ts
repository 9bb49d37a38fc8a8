import { describe, expect, it } from "vitest";
import { parseAdblock } from "../../../../src/publisher/sources/parse-adblock.ts";

describe("an AdBlock list", () => {
  it.each([
    ["||evil.example^", "evil.example"],
    ["||evil.example^$all", "evil.example"],
    ["||evil.example^$document,important", "evil.example"],
    ["||evil.example", "evil.example"],
    ["||evil.example/login^", "evil.example/login"],
    ["||evil.example/login/*", "evil.example/login"],
    ["|https://evil.example/a|", "https://evil.example/a"],
    ["evil.example", "evil.example"],
  ])("takes %s as %s", (line, text) => {
    expect(parseAdblock(line)).toEqual([{ kind: "address", text }]);
  });

  it.each([["! comment"], ["[Adblock Plus 2.0]"], ["# comment"], [""]])(
    "takes nothing from %j",
    (line) => {
      expect(parseAdblock(line)).toEqual([]);
    },
  );

  it("understands what the list takes back", () => {
    expect(parseAdblock("@@||good.example^")).toEqual([
      { kind: "exception", text: "good.example" },
    ]);
  });

  it.each([
    ["example.com##.banner", "cosmetic"],
    ["example.com#@#.banner", "cosmetic"],
    ["example.com$$script", "cosmetic"],
    ["||cdn.example^$third-party", "third-party"],
    ["||ads.example^$domain=news.example", "domain=news.example"],
    ["||evil.example^$document,script", "script"],
    ["||*.evil.example^", "wildcard"],
    ["||evil.example/*/pay", "wildcard"],
    ["/ads[0-9]+/", "regular expression"],
    ["/banner/", "regular expression"],
    ["-banner-ad.", "part of an address"],
    ["&track=", "part of an address"],
  ])("leaves out %s and says why (%s)", (line, reason) => {
    const [finding] = parseAdblock(line);
    expect(finding).toMatchObject({
      kind: "skipped",
      reason: expect.stringContaining(reason),
    });
  });
});
