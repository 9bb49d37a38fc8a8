import { describe, expect, it } from "vitest";
import { buildIndex } from "../../../../src/core/blocklist/list-index.ts";
import { DEFAULT_POLICY } from "../../../../src/core/policy/policy.ts";
import {
  KnowledgeError,
  type KnowledgeFile,
  openKnowledge,
} from "../../../../src/core/verdict/knowledge.ts";
import { brandsFile, listFile } from "./knowledge-fixture.ts";

const open = (files: readonly KnowledgeFile[]) =>
  openKnowledge(files, { feedVersion: 1, policy: DEFAULT_POLICY, overriddenUntil: () => null });

function flipped(file: KnowledgeFile): KnowledgeFile {
  const bytes = new Uint8Array(file.bytes).slice();
  bytes[60] = (bytes[60] ?? 0) ^ 1;
  return { ...file, bytes };
}

describe("the files of a feed", () => {
  it("are all in use, with or without their indexes", () => {
    const list = listFile("blocklist", ["evil.example"]);
    const knowledge = open([
      brandsFile(),
      { ...list, index: buildIndex(new Uint8Array(list.bytes)) },
      listFile("paths", ["a.example/x"]),
    ]);
    expect(knowledge.hosts[0]?.list.count).toBe(1);
    expect(knowledge.paths[0]?.list.count).toBe(1);
    expect(knowledge.brands.named("Google")?.domains).toEqual(["google.com"]);
  });

  it("are refused with the name of the damaged one, never left out", () => {
    const files = [listFile("blocklist", ["evil.example"]), listFile("paths", ["a.example/x"])];
    for (const file of files) {
      const others = files.filter((other) => other !== file);
      expect(() => open([...others, flipped(file)])).toThrow(`${file.path}: `);
    }
    const broken = { ...brandsFile(), bytes: new TextEncoder().encode('{"version":1}') };
    expect(() => open([broken])).toThrow(/^brands\.json\.gz: brands/);
    const noJson = { ...brandsFile(), bytes: Uint8Array.of(0xff) };
    expect(() => open([noJson])).toThrow(KnowledgeError);
  });

  it("are not even opened in categories that are off", () => {
    const damaged = flipped(listFile("blocklist", ["bet.example"], "gambling"));
    expect(open([damaged]).hosts).toEqual([]);
  });

  it("that say nothing about addresses are passed over", () => {
    const tips: KnowledgeFile = {
      path: "tips.json.gz",
      kind: "tips",
      category: null,
      bytes: new Uint8Array(),
    };
    expect(open([tips]).hosts).toEqual([]);
  });
});
