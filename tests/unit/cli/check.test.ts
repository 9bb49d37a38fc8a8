import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "check-"));
const feed = join(folder, "feed");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function node(args: string[], input = "") {
  return spawnSync(process.execPath, args, { cwd: repository, input, encoding: "utf8" });
}
const check = (args: string[], input = "") => node(["src/cli/check.ts", ...args], input);
const levels = (output: string) =>
  output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).level);

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

beforeAll(() => {
  write("scam.txt", "evil.example\n");
  write("bets.txt", "bet.example\n");
  const list = { licence: "CC0-1.0", format: "plain" };
  const sources = write("sources.json", {
    sources: [
      { ...list, id: "scam", name: "Scam", from: "scam.txt" },
      { ...list, id: "bets", name: "Bets", from: "bets.txt", category: "gambling" },
    ],
  });
  const publish = (...args: string[]) => {
    const { status, stderr } = node(["src/publisher/main.ts", ...args]);
    expect(stderr.includes("refused") ? stderr : "", stderr).toBe("");
    expect(status, stderr).toBe(0);
  };
  publish("keygen", "--out", join(folder, "keys"));
  publish("build", "--keys", join(folder, "keys"), "--sources", sources, "--out", feed);
}, 60_000);

describe("the check command", { timeout: 60_000 }, () => {
  it("judges by a published feed", () => {
    const { status, stdout, stderr } = check(
      ["--feed", feed],
      "www.evil.example\r\nbet.example\nxx xx\n",
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(levels(stdout)).toEqual(["block", "none", "error"]);
    expect(JSON.parse(stdout.split("\n")[0] ?? "").feedVersion).toBe(1);
  });

  it("goes on judging by an expired feed, as browsers do, and says so", () => {
    const inTenYears = `data:text/javascript,Date.now=()=>${Date.now() + 3650 * 86_400_000}`;
    const { status, stdout, stderr } = node(
      ["--import", inTenYears, "src/cli/check.ts", "--feed", feed],
      "evil.example\n",
    );
    expect(stderr).toMatch(/expired on \d{4}-\d\d-\d\d/);
    expect(status).toBe(0);
    expect(levels(stdout)).toEqual(["block"]);
  });

  it("judges by the list that ships where no feed is named", () => {
    const listed = readFileSync(join(repository, "src/content/lists/hostsvn/threat.txt"), "utf8");
    const host = listed.split("\n").find((line) => /^[a-z0-9]/.test(line)) ?? "";
    const { status, stdout, stderr } = check([], `${host}\nunlisted.example\n`);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(levels(stdout)).toEqual(["block", "none"]);
  });

  it("blocks further categories where they are turned on, by option or by policy", () => {
    const policy = write("policy.json", { categories: ["gambling"], allow: ["evil.example"] });
    expect(
      levels(check(["--feed", feed, "--categories", "gambling"], "bet.example").stdout),
    ).toEqual(["block"]);
    const byPolicy = check(["--feed", feed, "--policy", policy], "bet.example\nevil.example");
    expect(levels(byPolicy.stdout)).toEqual(["block", "none"]);
  });

  it("trusts the root that it is given", () => {
    const root = join(feed, "metadata", "1.root.json");
    expect(check(["--feed", feed, "--root", root], "evil.example").status).toBe(0);
    const foreign = JSON.parse(readFileSync(root, "utf8"));
    foreign.signed.version = 2;
    const refused = check(
      ["--feed", feed, "--root", write("foreign.json", foreign)],
      "evil.example",
    );
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/^check: .*root/);
  });

  it("refuses a feed that was tampered with, names the file, and answers nothing", () => {
    const broken = join(folder, "broken");
    cpSync(feed, broken, { recursive: true });
    const lists = join(broken, "targets", "blocklist");
    const name = readdirSync(lists).find((file) => file.endsWith(".scam.ttb.gz")) ?? "";
    const bytes = readFileSync(join(lists, name));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(join(lists, name), bytes);
    const { status, stdout, stderr } = check(["--feed", broken], "evil.example");
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^check: .*blocklist\/scam\.ttb\.gz/);
  });

  it.each([
    ["an unknown option", ["--nope"], "--nope"],
    ["a feed that is not there", ["--feed", "/nonexistent"], "/nonexistent"],
    ["an unknown category", ["--categories", "cats"], "categories"],
    ["a policy that is not there", ["--policy", "/nonexistent.json"], "/nonexistent.json"],
    ["a root without a feed", ["--root", "x"], "--root"],
  ])("ends with status 2 and one line that says why for %s", (_, args, named) => {
    const { status, stdout, stderr } = check(args, "evil.example");
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain(named);
  });

  it("ends with status 2 for a policy that is wrong", () => {
    const { status, stderr } = check(["--policy", write("bad.json", { deny: ["*.x.example"] })]);
    expect(status).toBe(2);
    expect(stderr).toContain('"*.x.example" is not a host');
  });

  it("explains itself", () => {
    const { status, stdout } = check(["--help"]);
    expect(status).toBe(0);
    expect(stdout).toContain("--feed DIR");
  });
});
