import { describe, expect, it } from "vitest";
import { parseHostsFile } from "../../../../src/publisher/sources/parse-hosts-file.ts";
import { parsePlain } from "../../../../src/publisher/sources/parse-plain.ts";

const texts = (findings: readonly { kind: string; text?: string }[]) =>
  findings.map(({ kind, text }) => (kind === "address" ? text : kind));

describe("a plain list", () => {
  it.each([
    ["evil.example", ["evil.example"]],
    ["  https://evil.example/a#b  ", ["https://evil.example/a#b"]],
    ["evil.example # seen on Zalo", ["evil.example"]],
    ["*.evil.example", ["evil.example"]],
    [".evil.example", ["evil.example"]],
    ["*.com", ["com"]],
    ["*.*.example", ["*.*.example"]],
    ["*.evil.example/a", ["*.evil.example/a"]],
    ["# evil.example", []],
    ["! evil.example", []],
    ["", []],
    ["two words", ["malformed"]],
  ])("reads %j as %j", (line, expected) => {
    expect(texts(parsePlain(line))).toEqual(expected);
  });
});

describe("a hosts file", () => {
  it.each([
    ["0.0.0.0 evil.example", ["evil.example"]],
    ["127.0.0.1\tevil.example  evil2.example # both", ["evil.example", "evil2.example"]],
    [":: evil.example", ["evil.example"]],
    ["127.0.0.1 localhost", []],
    ["::1 ip6-localhost ip6-loopback", []],
    ["fe80::1%lo0 localhost", []],
    ["255.255.255.255 broadcasthost", []],
    ["0.0.0.0 0.0.0.0", []],
    ["# 0.0.0.0 evil.example", []],
    ["192.0.2.7 intranet.example", ["skipped"]],
    ["evil.example", ["malformed"]],
    ["0.0.0.0", ["malformed"]],
  ])("reads %j as %j", (line, expected) => {
    expect(texts(parseHostsFile(line))).toEqual(expected);
  });
});
