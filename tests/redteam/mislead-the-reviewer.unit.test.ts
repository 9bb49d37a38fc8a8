import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printable, printableJson } from "../../src/node/printable.ts";
import { hubForTest, reportForTest } from "../unit/hub/hub-for-test.ts";

const MAIN = join(import.meta.dirname, "../../src/hub/main.ts");

/** Texts of a report that a terminal would obey, or that show something else than they hold. */
const TRICKS: readonly (readonly [name: string, text: string])[] = [
  ["clears the screen", "\u001b[2J\u001b[H"],
  ["sets the clipboard", "\u001b]52;c;cm0gLXJm\u0007"],
  ["draws over the line", "scam\rfake"],
  ["uses 8-bit controls", "\u009b2J"],
  ["turns the reading direction", "\u202eelpmaxe.live\u202c"],
  ["isolates what follows", "\u2067abc"],
  ["splits a word with nothing", "viet\u200bcom\u00adbank"],
  ["joins with nothing", "viet\u034fcom\u2060bank"],
  ["fills with blank letters", "\u3164\uffa0\u115f\u2800"],
  ["hides a text in tags", "\u{e0041}\u{e0042}"],
  ["hides a text in variation selectors", "a\u{e0100}\ufe01"],
  ["breaks the line its own way", "one\u2028two\u0085three\u000bfour"],
];

const STEERING =
  /[\p{Cc}--\n]|\p{Default_Ignorable_Code_Point}|[\u061c\p{Zl}\p{Zp}\u202a-\u202e\u2800]/v;

/** Runs the program on a hub that holds one report on a host that strangers share. @returns all that it printed */
async function printedFor(trick: string, ...commands: string[][]): Promise<string> {
  const hub = await hubForTest();
  const answer = await hub.send(
    reportForTest({
      url: `https://sites.google.com/#${trick}`,
      note: trick,
      impersonated: trick.slice(0, 80),
      contact: trick.slice(0, 100),
      commune: trick.slice(-80),
    }),
  );
  expect(answer.status, await answer.clone().text()).toBe(201);
  const { receipt } = (await answer.json()) as { receipt: string };
  return commands
    .map((command) => {
      const args = command.map((word) => (word === "RECEIPT" ? receipt : word));
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [MAIN, ...args, "--data", hub.dataFolder],
        {
          encoding: "utf8",
        },
      );
      expect(stdout + stderr).not.toBe("");
      return stdout + stderr;
    })
    .join("");
}

describe("a report written for the reviewer's terminal", () => {
  it.each(TRICKS)("has no effect and hides nothing in print when it %s", (_, text) => {
    expect(printable(text)).not.toMatch(STEERING);
    expect(printableJson({ text })).not.toMatch(STEERING);
    expect(JSON.parse(printableJson({ text }))).toEqual({ text });
  });

  it("has no effect in any command's output, failures included", async () => {
    const all = TRICKS.map(([, text]) => text).join("");
    const printed = await printedFor(
      all,
      ["list"],
      ["list", "--open"],
      ["list", "--json"],
      ["show", "RECEIPT"],
      ["show", "RECEIPT", "--json"],
      ["export"],
      ["decide", "RECEIPT", "confirmed"],
      ["decide", "RECEIPT", "RECEIPT", "confirmed"],
    );
    expect(printed).toContain("strangers share");
    expect(printed).not.toMatch(STEERING);
  });

  it("leaves Vietnamese and emoji as people write them", () => {
    const text = "Kẻ lừa đảo: “đừng đưa mã OTP” ❤️ 🙏";
    expect(printable(text)).toBe(text);
  });
});
