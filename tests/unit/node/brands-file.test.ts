import { describe, expect, it } from "vitest";
import { indexBrands } from "../../../src/core/lookalike/brands.ts";
import { readBrandsFile } from "../../../src/node/brands-file.ts";
import { temporaryFolder } from "../publisher/temporary-folder.ts";

const HEADER = "brand\taliases\tofficial_domains\tuser_content\tsector\tgrade\tsource\n";

async function read(...rows: string[]) {
  const folder = temporaryFolder();
  return readBrandsFile(await folder.write("brands.tsv", HEADER + rows.join("\n")));
}

describe("the brands file that ships", () => {
  it("knows who owns what, and where strangers publish", async () => {
    const brands = indexBrands(await readBrandsFile("src/content/brands.tsv"));
    expect(brands.all.length).toBeGreaterThan(190);
    expect(brands.officialOwner("www.vietcombank.com.vn")).toMatchObject({
      brand: { name: "Vietcombank" },
      userContent: false,
    });
    expect(brands.officialOwner("congan.hanoi.gov.vn")?.domain).toBe("congan.hanoi.gov.vn");
    expect(brands.officialOwner("hanoi.gov.vn")).toBeNull();
    const withPattern = brands.all.filter(({ name }) => /[<>*[\]]/.test(name));
    expect(withPattern, "names that nobody bears").toEqual([]);
    for (const host of [
      "sites.google.com",
      "www.facebook.com",
      "zalo.me",
      "t.me",
      "forms.office.com",
    ]) {
      expect(brands.officialOwner(host)?.userContent, host).toBe(true);
    }
    for (const host of ["accounts.google.com", "www.office.com", "telegram.org"]) {
      expect(brands.officialOwner(host)?.userContent, host).toBe(false);
    }
  });
});

describe("a brands file", () => {
  it("gives brands as the artifact keeps them", async () => {
    expect(
      await read("Ngân hàng X\tx,ngan hang x\tx.vn,x.com.vn\tforum.x.vn\tbank\tB\ts33"),
    ).toEqual([
      {
        name: "Ngân hàng X",
        aliases: ["x", "ngan hang x"],
        domains: ["x.vn", "x.com.vn"],
        userContent: ["forum.x.vn"],
        sector: "bank",
        grade: "B",
      },
    ]);
  });

  it.each([
    [
      "X\tx\tgov.vn\t\tgovernment\tA\tcompiled",
      /brands\.tsv:2: X: gov\.vn: strangers register names/,
    ],
    ["X\tx\t*.com.vn\t\tgovernment\tA\tcompiled", /pattern fits names that strangers register/],
    ["X\tx\thttps://x.vn\t\tbank\tA\tcompiled", /not a canonical host/],
    ["X\tx\tX.vn\t\tbank\tA\tcompiled", /not a canonical host/],
    [
      "X\tx\tx.vn\tforum.y.vn\tbank\tA\tcompiled",
      /forum\.y\.vn lies in none of its official domains/,
    ],
    ["X\tx\tx.vn\t\tbank\tZ\tcompiled", /the grade "Z" is none of A, B, C, L/],
    ["X\tx\tx.vn\tbank\tA\tcompiled", /6 columns, 7 are needed/],
    ["X\tx\tx.vn\t\tbank\tA\t", /:2: X: no source/],
    ["X\tx\tx.vn\t\tbank\tA\thearsay", /the source "hearsay" is of no known kind/],
    ["X\tx\tx.vn\t\tbank\tA\tbelieved", /"believed" and the grade L belong together/],
    ["X\tx\tx.vn\t\tbank\tL\tcompiled", /"believed" and the grade L belong together/],
    ["X\tx\tx.gov.vn,x.vn\t\tgovernment\tA\tgov.vn", /only for names under gov\.vn/],
    ["X\tx\t\t\tbank\tA\tcompiled", /domains/],
    ["X\tx\tx.vn\t\tbank\tA\tcompiled\nX\ty\ty.vn\t\tbank\tA\tcompiled", /"X" stands there twice/],
  ])("is refused with file and line: %j", async (rows, message) => {
    await expect(read(...rows.split("\n"))).rejects.toThrow(message);
  });

  it("is refused without its header", async () => {
    const folder = temporaryFolder();
    const file = await folder.write("brands.tsv", "X\tx\tx.vn\t\tbank\tA\n");
    await expect(readBrandsFile(file)).rejects.toThrow(/the columns must be brand, aliases/);
  });
});
