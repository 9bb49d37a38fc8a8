import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

// Whoever writes a list that others publish wants to steer their terminal, or to show them another line than there is.

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "mislead-"));
afterAll(() => rmSync(folder, { recursive: true }));

const STEERING = /[\p{Cc}--\n]|[\u202e\u2028]/v;
const TRICKS: readonly (readonly [string, string])[] = [
  ["clears the screen", "\u001b[2J\u001b[H"],
  ["uses 8-bit controls", "\u009b2J"],
  ["turns the reading direction", "\u202eelpmaxe"],
  ["breaks the line its own way", "one\u2028two"],
];

function run(program: string, args: string[], input = ""): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, program), ...args], {
    encoding: "utf8",
    cwd: folder,
    input,
  });
  return stdout + stderr;
}

test.each(TRICKS)("a line of a list is printed without what %s", (_, trick) => {
  run("src/publisher/main.ts", ["keygen", "--out", "keys"]);
  writeFileSync(join(folder, "list.txt"), `evil.example\nhttps://x ${trick} y/\n`);
  const sources = [{ id: "s", name: "S", licence: "MIT", format: "plain", from: "list.txt" }];
  writeFileSync(join(folder, "sources.json"), JSON.stringify({ sources }));
  const build = ["build", "--sources", "sources.json", "--keys", "keys", "--out", "feed"];
  const printed = run("src/publisher/main.ts", [...build, "--max-malformed", "1"]);
  expect(printed).toContain("list.txt:2");
  expect(printed).not.toMatch(STEERING);
});

test.each(TRICKS)("a judged line is printed without what %s", (_, trick) => {
  const printed = run("src/cli/check.ts", [], `https://x${trick}.example/\n`);
  expect(JSON.parse(printed).input).toContain("https://x");
  expect(printed).not.toMatch(STEERING);
});
