import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readPopularHosts } from "../../../../src/node/entry-checks/host-set.ts";
import { readReviewed } from "../../../../src/node/entry-checks/reviewed-file.ts";
import { readSharedPlaces } from "../../../../src/node/entry-checks/shared-file.ts";
import { temporaryFolder } from "../../publisher/temporary-folder.ts";

describe("a list of popular hosts", () => {
  it.each([
    ["plain", "big.example\nwww.other.example\n"],
    ["rank,host", "1,big.example\n2,www.other.example\n"],
    ["with a header and quotes", '"rank","domain"\n"1","big.example"\n"2","www.other.example"\n'],
    ["with top-level domains", "1,com\n2,big.example\n3,www.other.example\n"],
  ])("is read %s", async (_, text) => {
    const folder = temporaryFolder();
    const hosts = await readPopularHosts([await folder.write("top.csv.gz", gzipSync(text))]);
    expect(hosts.has("big.example")).toBe(true);
    expect(hosts.has("www.other.example")).toBe(true);
    expect(hosts.has("com")).toBe(false);
    expect(hosts.below("other.example")).toBe("www.other.example");
    expect(hosts.below("big.example")).toBeNull();
  });

  it("may name a host with all that lies below it", async () => {
    const folder = temporaryFolder();
    const hosts = await readPopularHosts([
      await folder.write("top.txt", "*.cdn.example\nb.example\n"),
    ]);
    expect(["cdn.example", "a.b.cdn.example", "b.example"].filter(hosts.has)).toHaveLength(3);
    expect(["xcdn.example", "a.b.example"].filter(hosts.has)).toEqual([]);
  });

  it("is refused if it is only half understood, or empty", async () => {
    const folder = temporaryFolder();
    const odd = await folder.write("odd.txt", "big.example\n<html>\n");
    await expect(readPopularHosts([odd])).rejects.toThrow(/odd\.txt:2/);
    await expect(readPopularHosts([await folder.write("none.txt", "")])).rejects.toThrow(/no host/);
  });
});

describe("a file of exclusions", () => {
  it("names what stays out and why", async () => {
    const folder = temporaryFolder();
    const file = await folder.write(
      "exclude.txt",
      "# reviewed\nGood.example  a shop, seen 2026-07-23\nhost.example/a/ # cleaned\n",
    );
    expect([...(await readReviewed(file)).values()]).toEqual([
      { name: "good.example", reason: "a shop, seen 2026-07-23", at: `${file}:2` },
      { name: "host.example/a", reason: "cleaned", at: `${file}:3` },
    ]);
  });

  it("wants a reason for each", async () => {
    const folder = temporaryFolder();
    const file = await folder.write("exclude.txt", "good.example\n");
    await expect(readReviewed(file)).rejects.toThrow(`${file}:1: say after the name why`);
  });
});

describe("a file of shared places", () => {
  it("protects folders together with those above them", async () => {
    const folder = temporaryFolder();
    const file = await folder.write("shared.txt", "rent.example # names\npages.example/u/view\n");
    const { hosts, folders } = await readSharedPlaces([file]);
    expect(hosts.has("rent.example")).toBe(true);
    expect([...folders].sort()).toEqual(["pages.example/u", "pages.example/u/view"]);
  });

  it("names a line that it does not understand", async () => {
    const folder = temporaryFolder();
    const file = await folder.write("shared.txt", "*.rent.example\n");
    await expect(readSharedPlaces([file])).rejects.toThrow(`${file}:1: a wildcard`);
  });
});
