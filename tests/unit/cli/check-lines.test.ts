import { describe, expect, it } from "vitest";
import { checkLines, checkMessages } from "../../../src/cli/check-lines.ts";
import { readMessageModel } from "../../../src/cli/read-message-model.ts";
import { MAX_ADDRESS_LENGTH } from "../../../src/core/host/address.ts";
import { createMessageJudge } from "../../../src/core/message/judge-message.ts";
import { DEFAULT_POLICY } from "../../../src/core/policy/policy.ts";
import { openKnowledge } from "../../../src/core/verdict/knowledge.ts";
import { brandsFile, listFile, verdictOn } from "../core/verdict/knowledge-fixture.ts";

const FILES = [
  listFile("blocklist", ["evil.example"]),
  listFile("paths", ["x.example/a"]),
  brandsFile(),
];
const knowledge = openKnowledge(FILES, {
  feedVersion: 7,
  policy: DEFAULT_POLICY,
  overriddenUntil: () => null,
});

async function check(text: string, chunkBytes = 1 << 20): Promise<Record<string, unknown>[]> {
  async function* chunks() {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  let output = "";
  for await (const batch of checkLines(chunks(), knowledge)) output += batch;
  if (output === "") return [];
  expect(output.endsWith("\n")).toBe(true);
  return output
    .slice(0, -1)
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("addresses checked one a line", () => {
  it("get the very verdict that the browser would show, with the input before it", async () => {
    const inputs = [
      "https://www.evil.example/x",
      "x.example/a/b",
      "vietcombank.com.vn",
      "ok.example",
    ];
    expect(await check(inputs.join("\n"))).toEqual(
      inputs.map((input) => ({ input, ...verdictOn(input, FILES), lookalike: null })),
    );
    const [first] = await check("evil.example");
    expect(Object.keys(first ?? {}).slice(0, 5)).toEqual([
      "input",
      "level",
      "source",
      "scope",
      "reasons",
    ]);
  });

  it("may be defanged, as those write them who report", async () => {
    const lines = await check("hxxps://evil[.]example/x\nx[.]example/a\nvietcombank(.)com(.)vn");
    expect(lines.map(({ level }) => level)).toEqual(["block", "block", "official"]);
    expect(lines[0]?.input).toBe("hxxps://evil[.]example/x");
  });

  it("with another host before the @ are warned of, and say which host it is that opens", async () => {
    const [hidden, plain, listed] = await check(
      "https://vietcombank.com.vn@ok.example/\nhttps://an:mat-khau@ok.example/\nhttps://an@evil.example/",
    );
    const reason = { code: "before-at", shown: "vietcombank.com.vn", host: "ok.example" };
    expect(hidden).toMatchObject({
      level: "warn",
      source: "evidence",
      reasons: [reason],
      brand: "Vietcombank",
      officialSite: "vietcombank.com.vn",
    });
    expect(plain).toMatchObject({
      level: "none",
      reasons: [{ code: "before-at", shown: "an" }, {}],
    });
    expect(listed).toMatchObject({ level: "block", reasons: [{ code: "before-at" }, {}] });
    expect(JSON.stringify(plain?.reasons)).not.toContain("mat-khau");
  });

  it("are one answer a line, whatever the line ends and wherever the input is cut", async () => {
    const text = "evil.example\r\nđẹp.example\n\n\rok.example\r\n\nevil.example\r\n";
    const whole = await check(text);
    expect(whole.map(({ input, level }) => [input, level])).toEqual([
      ["evil.example", "block"],
      ["đẹp.example", "none"],
      ["", "error"],
      ["\rok.example", "none"],
      ["", "error"],
      ["evil.example", "block"],
    ]);
    for (const size of [1, 2, 3, 7]) expect(await check(text, size)).toEqual(whole);
    expect(await check(text.slice(0, -2))).toEqual(whole);
  });

  it("that are none say why, and the others are answered nevertheless", async () => {
    const answers = await check("\nhai từ\nftp://a.example\nevil.example");
    expect(answers.map(({ level, reason }) => [level, reason])).toEqual([
      ["error", "empty"],
      ["error", "malformed"],
      ["error", "not-web"],
      ["block", undefined],
    ]);
    expect(answers[1]).toEqual({
      input: "hai từ",
      level: "error",
      source: null,
      scope: null,
      reasons: [],
      lookalike: null,
      reason: "malformed",
    });
  });

  it("that no list names are warned of where they strongly pose as a brand, unlike in a browser", async () => {
    const [strong, weak, listed] = await check(
      "vietcombank-xacthuc.top\nvietcombank.co.jp\nvietcombank.evil.example",
    );
    expect(strong).toMatchObject({
      level: "warn",
      source: "evidence",
      brand: "Vietcombank",
      officialSite: "vietcombank.com.vn",
      lookalike: { class: "HYPHEN", brand: "Vietcombank", official: false, strong: true },
    });
    expect(verdictOn("vietcombank-xacthuc.top", FILES).level).toBe("none");
    expect(weak).toMatchObject({ level: "none", lookalike: { class: "XTLD", strong: false } });
    expect(listed).toMatchObject({ level: "block", source: "host-list" });
  });

  it("that are longer than any address are cut short in their answer", async () => {
    const long = `https://evil.example/${"x".repeat(2 * MAX_ADDRESS_LENGTH)}`;
    const answers = await check(`${long}\nevil.example\n${long}`, 0x10000);
    expect(answers.map(({ level, reason }) => reason ?? level)).toEqual([
      "too-long",
      "block",
      "too-long",
    ]);
    expect(String(answers[0]?.input)).toHaveLength(201);
  });

  it("that are no UTF-8 are malformed", async () => {
    async function* chunks() {
      yield Uint8Array.of(0xff, 0xfe, 0x2e, 0x76, 0x6e, 0x0a);
    }
    for await (const batch of checkLines(chunks(), knowledge)) {
      expect(JSON.parse(batch)).toMatchObject({ level: "error", reason: "malformed" });
    }
  });

  it("may be none at all", async () => {
    expect(await check("")).toEqual([]);
  });
});

describe("messages checked one a line", () => {
  it("are JSON strings, and get a verdict with what was found in them", async () => {
    const answers = await checkedMessages(
      `${JSON.stringify("xem https://evil.example/a\nhoặc gọi 0912.345.678")}\nno JSON\n{"a":1}\n`,
    );
    expect(answers[0]).toMatchObject({
      input: "xem https://evil.example/a\nhoặc gọi 0912.345.678",
      level: "block",
      source: "host-list",
      addresses: [{ host: "evil.example", level: "block" }],
      contacts: { phones: ["0912345678"], accounts: [] },
    });
    expect(answers.slice(1).map(({ level, reason }) => [level, reason])).toEqual([
      ["error", "malformed"],
      ["error", "malformed"],
    ]);
  });

  it("may be a megabyte long and written in escapes, six characters for one", async () => {
    const long = `"${"\\u1ea1".repeat(985_000)} https://evil.example"\n`;
    expect((await checkedMessages(long))[0]).toMatchObject({ level: "block" });
    const tooLong = `"${"a".repeat(13_000_000)} https://evil.example"\nno JSON\n`;
    const reasons = (await checkedMessages(tooLong)).map(({ reason }) => reason);
    expect(reasons).toEqual(["too-long", "malformed"]);
  });
});

async function checkedMessages(text: string) {
  const bytes = new TextEncoder().encode(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 0x10000) yield bytes.subarray(at, at + 0x10000);
  }
  const judge = createMessageJudge(knowledge, await readMessageModel());
  let output = "";
  for await (const line of checkMessages(chunks(), judge)) output += line;
  return output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
