import { describe, expect, it } from "vitest";
import { createCsvParser } from "../../../../src/publisher/sources/parse-csv.ts";
import type { Source } from "../../../../src/publisher/sources/sources-file.ts";

function read(text: string, columns?: Source["columns"], batchSize = 100) {
  const parse = createCsvParser({ id: "feed", columns });
  const lines = text.split("\n");
  const findings = [];
  for (let at = 0; at < lines.length; at += batchSize) {
    findings.push(...parse({ first: at + 1, lines: lines.slice(at, at + batchSize) }));
  }
  return findings;
}

describe("a CSV source", () => {
  it("reads PhishTank's columns, and leaves out what nobody verified", () => {
    const text = [
      "phish_id,url,phish_detail_url,submission_time,verified,verification_time,online,target",
      '1,"https://evil.example/a,b",http://p.example/1,2026-07-01T05:04:03+00:00,yes,2026-07-01,yes,PayPal',
      "2,https://evil2.example/,http://p.example/2,2026-07-02T05:04:03+00:00,yes,2026-07-02,yes,Other",
      "3,https://fine.example/,http://p.example/3,2026-07-02T05:04:03+00:00,no,,yes,Other",
    ].join("\n");
    expect(read(text)).toEqual([
      {
        line: 2,
        finding: {
          kind: "address",
          text: "https://evil.example/a,b",
          date: "2026-07-01",
          brand: "PayPal",
        },
      },
      { line: 3, finding: { kind: "address", text: "https://evil2.example/", date: "2026-07-02" } },
      { line: 4, finding: { kind: "skipped", reason: "not verified by the source" } },
    ]);
  });

  it("reads URLhaus, whose header is a comment", () => {
    const text = [
      "################",
      "# abuse.ch URLhaus Database Dump (CSV - recent URLs only), last updated 2026-07-03 (UTC)",
      "#",
      "# id,dateadded,url,url_status,last_online,threat,tags,urlhaus_link,reporter",
      '"9","2026-07-03 04:05:06","http://192.0.2.9:8080/bin.sh#x","online","2026-07-03","malware","elf","https://u.example/9","me"',
    ].join("\r\n");
    expect(read(text.replaceAll("\r", ""))).toEqual([
      {
        line: 5,
        finding: { kind: "address", text: "http://192.0.2.9:8080/bin.sh#x", date: "2026-07-03" },
      },
    ]);
  });

  it("reads OpenPhish's columns", () => {
    expect(read("url,brand,isotime\nhttps://evil.example/x,Zalo,2026-07-03T01:02:03Z")).toEqual([
      {
        line: 2,
        finding: {
          kind: "address",
          text: "https://evil.example/x",
          brand: "Zalo",
          date: "2026-07-03",
        },
      },
    ]);
  });

  it("reads columns that the sources file names, by name or number", () => {
    expect(
      read("Tên miền,Ngày\nevil.example,2026-01-02", { url: "Tên miền", date: "ngày" }),
    ).toEqual([
      { line: 2, finding: { kind: "address", text: "evil.example", date: "2026-01-02" } },
    ]);
    expect(read("7,evil.example", { url: 1 })).toEqual([
      { line: 1, finding: { kind: "address", text: "evil.example" } },
    ]);
  });

  it("asks for the column of the address if it can't tell", () => {
    expect(() => read("a,b\n1,2")).toThrow(/source "feed": no CSV column with the address/);
    expect(() => read("url,b\n1,2", { url: "site" })).toThrow(
      /no CSV column "site" \(found: url, b\)/,
    );
  });

  it("lets a damaged line spoil only itself, wherever batches end", () => {
    const text = 'url,target\n"https://a.example/"x",A\n"open\nhttps://b.example/,B';
    for (const size of [1, 2, 100]) {
      const findings = read(text, undefined, size);
      expect(findings.at(-1)).toEqual({
        line: 4,
        finding: { kind: "address", text: "https://b.example/", brand: "B" },
      });
      expect(findings.filter(({ finding }) => finding.kind === "malformed")).toContainEqual({
        line: 3,
        finding: { kind: "malformed", reason: "not a line of CSV" },
      });
    }
  });
});
