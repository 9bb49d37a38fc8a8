import path from "node:path";
import { describe, expect, it } from "vitest";
import { readSourcesFile } from "../../../../src/publisher/sources/sources-file.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const GOOD = { id: "ours", name: "Ours", licence: "MIT", format: "plain", from: "list.txt" };

async function read(content: unknown) {
  const folder = temporaryFolder();
  const text = typeof content === "string" ? content : JSON.stringify(content);
  const file = await folder.write("sources.json", text);
  return { folder, result: await readSourcesFile(file) };
}

describe("a sources file", () => {
  it("finds files beside itself and fills in what goes without saying", async () => {
    const sources = [{ ...GOOD, admit: "ok.txt" }];
    const { folder, result } = await read({ exclude: "no.txt", sources });
    expect(result.exclude).toBe(path.join(folder.path, "no.txt"));
    expect(result.sources).toEqual([
      {
        ...GOOD,
        from: path.join(folder.path, "list.txt"),
        admit: path.join(folder.path, "ok.txt"),
        category: "scam",
        scope: "auto",
        mayBeEmpty: false,
      },
    ]);
  });

  it("leaves web addresses alone", async () => {
    const from = "https://lists.example/a.gz";
    expect((await read({ sources: [{ ...GOOD, from }] })).result.sources[0]?.from).toBe(from);
  });

  it.each([
    ["{", /sources\.json: not valid JSON: .*line 1/],
    [{ sources: [] }, /name at least one source/],
    [
      { sources: [{ ...GOOD, format: "xml" }] },
      /sources\[0\]\.format \(source "ours"\): .*"plain"/,
    ],
    [{ sources: [{ ...GOOD, licence: undefined }] }, /sources\[0\]\.licence/],
    [{ sources: [{ ...GOOD, licnce: "MIT" }] }, /sources\[0\] \(source "ours"\): .*"licnce"/],
    [{ sources: [{ ...GOOD, category: "Scam Sites" }] }, /category.*lower-case letters/],
    [{ sources: [{ ...GOOD, date: "23.07.2026" }] }, /date.*YYYY-MM-DD/],
    [{ sources: [{ ...GOOD, url: "javascript:alert(1)" }] }, /sources\[0\]\.url/],
    [{ sources: [GOOD, GOOD] }, /two sources have the id "ours"/],
    [{ sources: [{ ...GOOD, columns: { url: 1 } }] }, /columns are only for the csv format/],
  ])("is refused with file and place: %j", async (content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });

  it("is named if it is missing", async () => {
    await expect(readSourcesFile("/nowhere/sources.json")).rejects.toThrow(
      "/nowhere/sources.json: no such file",
    );
  });
});
