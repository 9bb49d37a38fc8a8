import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "content-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const content = (...args: string[]) =>
  spawnSync(process.execPath, ["src/cli/content.ts", ...args], {
    cwd: repository,
    encoding: "utf8",
  });

describe("npm run -s content", () => {
  it("finds the content that ships whole on the day it was written", () => {
    const { status, stdout } = content("check", "--date", "2026-11-24");
    expect(stdout).toBe("All is well: 48 forms, 92 tips.\n");
    expect(status).toBe(0);
  });

  it("tells before a contact's year is over, without failing yet", () => {
    const { status, stdout } = content("check", "--date", "2027-01-15");
    expect(stdout).toMatch(/: confirm it again, in 60 days it has to be mended\n/);
    expect(status).toBe(0);
  });

  it("says the same to programs", () => {
    const well = content("check", "--json", "--date", "2027-01-15");
    expect(JSON.parse(well.stdout)).toMatchObject({ ok: true, problems: [] });
    expect(JSON.parse(well.stdout).soon.length).toBeGreaterThan(0);
    const late = content("check", "--json", "--date", "2027-06-01");
    expect(JSON.parse(late.stdout).problems[0]).toEqual({
      at: expect.any(String),
      what: expect.stringContaining("over a year ago"),
    });
    expect([well.status, late.status]).toEqual([0, 1]);
  });

  it("says what has to be mended, file by file, and fails", () => {
    const copy = join(folder, "awareness");
    cpSync(join(repository, "src/content/awareness"), copy, { recursive: true });
    writeFileSync(join(copy, "quiz.json"), "[{");
    const tips = JSON.parse(readFileSync(join(copy, "tips.json"), "utf8"));
    tips[0].forms = ["fake-moon-landing"];
    writeFileSync(join(copy, "tips.json"), JSON.stringify(tips));
    const { status, stdout } = content("check", "--folder", copy, "--date", "2026-11-24");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^quiz\.json: .*JSON/m);
    expect(stdout).toContain('tips tip-w01: there is no form "fake-moon-landing"\n');
    expect(stdout).toMatch(/\n\d+ to mend\.\n$/);
  });

  it("counts the items as JSON", () => {
    const { status, stdout } = content("stats", "--json");
    expect(status).toBe(0);
    const counts = JSON.parse(stdout);
    expect(Object.keys(counts)).toEqual(
      "forms tips themes campaigns quiz alerts portals hotlines sources".split(" "),
    );
    expect(counts).toMatchObject({ forms: 48, tips: 92, themes: 12, campaigns: 4 });
    expect(counts.quiz).toBeGreaterThanOrEqual(counts.forms);
  });

  it("tells a wrong call or folder", () => {
    for (const [args, said] of [
      [[], 'say "check" or "stats"'],
      [["check", "--date", "tomorrow"], '--date takes a day as YYYY-MM-DD, not "tomorrow"'],
      [["check", "--folder", join(folder, "nowhere")], "no such file"],
    ] as const) {
      const { status, stderr } = content(...args);
      expect(status).toBe(2);
      expect(stderr).toContain(said);
    }
  });
});
