import { describe, expect, test } from "vitest";
import { hostOfPath } from "../../../../src/core/path-plan/host-of-path.ts";
import {
  MAX_WATCHED_HOSTS,
  newestPaths,
  planPaths,
} from "../../../../src/core/path-plan/path-plan.ts";
import { pathsLeft } from "../../../../src/extension/background/paths-left.ts";
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
    const { watched: hosts } = await pathsLeft(opened, fakeMemory());
    expect(hosts[0]).toBe("b.example");
    expect(hosts.toSorted()).toEqual(["a.example", "b.example", "c.example"]);
  });

  test("are, where rules lead to the warning page everywhere else, first those with entries that no rule can stop", async () => {
    const one = Array.from({ length: MAX_WATCHED_HOSTS + 100 }, (_, i) => `h${i}.example/p${i}`);
    const opened = await openedFrom([...one, "z.example/a*b", "y.example/p1"]);
    const { watched, covered } = await pathsLeft(opened, fakeMemory());
    expect(watched).toHaveLength(MAX_WATCHED_HOSTS);
    expect(covered).toBe(1);
    expect(watched).toContain("z.example");
  });

  test("hold every host on which rules stop a request without showing why, however long the list", async () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `h${i}.example/p${i}`);
    const shared = Array.from({ length: 15_000 }, (_, i) => `chung.example/q${i}`);
    const opened = await openedFrom([...names, ...shared]);
    const { watched, covered } = await pathsLeft(opened, fakeMemory());
    const { blocks, rest } = planPaths(newestPaths(opened.knowledge.paths.map(({ list }) => list)));
    const known = new Set(watched);
    expect(blocks.length).toBeGreaterThan(MAX_WATCHED_HOSTS);
    expect(blocks.map(({ name }) => hostOfPath(name)).filter((host) => !known.has(host))).toEqual(
      [],
    );
    expect(covered).toBe(rest.length);
    expect(watched.length).toBeLessThanOrEqual(MAX_WATCHED_HOSTS);
  });

  test("are not looked for again until the list changes", async () => {
    const memory = fakeMemory();
    const opened = await openedFrom(["a.example/x"]);
    await pathsLeft(opened, memory);
    const unread = { artifacts: opened.artifacts, knowledge: knowledge({}) };
    expect((await pathsLeft(unread, memory)).watched).toEqual(["a.example"]);
    const other = await openedFrom(["b.example/x"]);
    expect((await pathsLeft(other, memory)).watched).toEqual(["b.example"]);
  });
});
