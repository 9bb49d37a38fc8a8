import { openDB } from "idb";
import { beforeEach, expect, test } from "vitest";
import { deleteFormerDatabase } from "../../../../src/extension/platform/session-memory.ts";
import { fakeMemory } from "../background/fakes/fake-platform.ts";
import { freshDatabase } from "../background/fakes/workshop.ts";

beforeEach(freshDatabase);

async function formerDatabase() {
  const db = await openDB("tinhtao-session", 1, {
    upgrade(database) {
      database.createObjectStore("values");
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  await db.put("values", [{ tabId: 1, url: "https://evil.example/?otp" }], "flagged-pages");
  return db;
}

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

test("the database of earlier versions is deleted, even while one of them has it open", async () => {
  await formerDatabase();
  await deleteFormerDatabase(fakeMemory());
  expect(await names()).toEqual([]);
});

test("a background that starts again in the same session does not look for it a second time", async () => {
  const memory = fakeMemory();
  await deleteFormerDatabase(memory);
  (await formerDatabase()).close();
  await deleteFormerDatabase(memory);
  expect(await names()).toEqual(["tinhtao-session"]);
});

test("a browser without such a database gets none", async () => {
  await deleteFormerDatabase(fakeMemory());
  expect(await names()).toEqual([]);
});
