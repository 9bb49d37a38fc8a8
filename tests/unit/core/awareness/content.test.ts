import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readContent } from "../../../../src/core/awareness/content.ts";
import { CONTENT_FOLDER } from "./shipped-content.ts";

function shippedFiles(): Map<string, unknown> {
  const names = readdirSync(CONTENT_FOLDER, { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => name.endsWith(".json"))
      .map((name) => [name, JSON.parse(readFileSync(join(CONTENT_FOLDER, name), "utf8"))]),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: what a writer may have typed
function problemsAfter(change: (file: (name: string) => any, files: Map<string, unknown>) => void) {
  const files = shippedFiles();
  change((name) => files.get(name), files);
  return readContent(files).problems.map(({ at, what }) => `${at}: ${what}`);
}

describe("reading the content", () => {
  it("finds a missing translation, with the place where it belongs", () => {
    expect(
      problemsAfter((file) => {
        delete file("tips.json")[0].text.en;
        file("forms/fake-evn.json").how[1].en = " ";
      }),
    ).toEqual([
      "forms/fake-evn.json: how.1.en: the translation is missing",
      expect.stringMatching(/^tips\.json tip-w01: text\.en: /),
    ]);
  });

  it("finds a text that is too long for its place", () => {
    expect(
      problemsAfter((file) => {
        file("tips.json")[3].text.vi = "x".repeat(241);
        file("alerts.json")[0].body.en = "x".repeat(281);
      }),
    ).toEqual([
      "tips.json tip-w04: text.vi: longer than 240 characters",
      "alerts.json alert-2026-03-16-child-model-recruitment: body.en: longer than 280 characters",
    ]);
  });

  it("finds a misspelt field, which would silently say nothing", () => {
    expect(
      problemsAfter((file) => {
        file("alerts.json")[0].provnces = ["gia-lai"];
      }),
    ).toEqual(["alerts.json alert-2026-03-16-child-model-recruitment: provnces: no such field"]);
  });

  it("finds a form without a lesson, a lesson without a form, and one under another's name", () => {
    expect(
      problemsAfter((file, files) => {
        files.set("forms/fake-moon.json", file("forms/fake-evn.json"));
        files.delete("forms/fake-evn.json");
        file("forms/qr-swap.json").id = "qr-swop";
      }),
    ).toEqual([
      "forms/fake-evn.json: the form fake-evn has no lesson",
      "forms/qr-swap.json: its id is not qr-swap",
      "forms/fake-moon.json: belongs to nothing",
    ]);
  });

  it("finds a missing file, and leaves a broken item out of the rest", () => {
    const files = shippedFiles();
    files.delete("quiz.json");
    files.set("first-aid.json", null);
    const tips = files.get("tips.json") as { week: number }[];
    if (tips[0]) tips[0].week = 53;
    const { content, problems } = readContent(files);
    expect(problems.map(({ at, what }) => `${at}: ${what}`)).toEqual([
      expect.stringMatching(/^tips\.json tip-w01: week: /),
      "quiz.json: no list",
      "first-aid.json: steps: no list",
      "first-aid.json: actions: no list",
    ]);
    expect(content.tips).toHaveLength(91);
  });
});
