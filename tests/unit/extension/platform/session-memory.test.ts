import { beforeEach, expect, test } from "vitest";
import { closedMemory } from "../../../../src/extension/platform/session-memory.ts";
import { fakeMemory } from "../background/fakes/fake-platform.ts";
import { freshDatabase } from "../background/fakes/workshop.ts";

let open: ReturnType<typeof fakeMemory>;

beforeEach(() => {
  freshDatabase();
  open = fakeMemory();
});

test("closed memory outlives the background, and nothing of it lies where content scripts read", async () => {
  await closedMemory(open).set("overrides", ["evil.example"]);
  expect(await closedMemory(open).get("overrides")).toEqual(["evil.example"]);
  expect(JSON.stringify([...open.values])).not.toContain("evil");
});

test("closed memory ends with the browser", async () => {
  await closedMemory(open).set("overrides", ["evil.example"]);
  open.values.clear();
  expect(await closedMemory(open).get("overrides")).toBeUndefined();
});

test("who writes the open memory can end what the closed one holds, and put nothing into it", async () => {
  await closedMemory(open).set("overrides", ["evil.example"]);
  open.values.set("overrides", ["other.example"]);
  open.values.set("session", "forged");
  expect(await closedMemory(open).get("overrides")).toBeUndefined();
});

test("closed memory in which nothing was kept is read without opening its database", async () => {
  expect(await closedMemory(open).get("overrides")).toBeUndefined();
  expect(await indexedDB.databases()).toEqual([]);
});
