import { describe, expect, test } from "vitest";
import { MAX_WATCHED_HOSTS, pathHosts } from "../../../../src/extension/background/path-hosts.ts";
import { fakeMemory } from "./fakes/fake-platform.ts";
import { knowledge } from "./fakes/lists.ts";
import { artifactOf } from "./fakes/workshop.ts";

async function openedFrom(paths: readonly string[]) {
  const { about } = await artifactOf("paths", paths);
  return { knowledge: knowledge({ paths }), artifacts: [about] };
}

describe("the hosts whose navigations are told", () => {
  test("are those with path entries, the ones with the most first", async () => {
    const opened = await openedFrom(["a.example/x", "b.example/x", "b.example/y", "c.example?q=1"]);
    const hosts = await pathHosts(opened, fakeMemory());
    expect(hosts[0]).toBe("b.example");
    expect(hosts.toSorted()).toEqual(["a.example", "b.example", "c.example"]);
  });

  test("are first of all those with entries that no rule can stop", async () => {
    const one = Array.from({ length: MAX_WATCHED_HOSTS + 100 }, (_, i) => `h${i}.example/p${i}`);
    const hosts = await pathHosts(await openedFrom([...one, "z.example/a*b"]), fakeMemory());
    expect(hosts).toHaveLength(MAX_WATCHED_HOSTS);
    expect(hosts[0]).toBe("z.example");
  });

  test("are not looked for again until the list changes", async () => {
    const memory = fakeMemory();
    const opened = await openedFrom(["a.example/x"]);
    await pathHosts(opened, memory);
    const unread = { artifacts: opened.artifacts, knowledge: knowledge({}) };
    expect(await pathHosts(unread, memory)).toEqual(["a.example"]);
    expect(await pathHosts(await openedFrom(["b.example/x"]), memory)).toEqual(["b.example"]);
  });
});
