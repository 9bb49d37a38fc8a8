import { expect, test } from "vitest";
import { createAskedHosts } from "../../../../../src/extension/background/evidence/asked-hosts.ts";
import { ASKED_KEY } from "../../../../../src/extension/platform/guard-link.ts";
import { fakeMemory } from "../fakes/fake-platform.ts";
import { knowledge } from "../fakes/lists.ts";

test("a host whose pages have asked need not ask again, but where paths are listed each page asks", async () => {
  const memory = fakeMemory();
  const known = knowledge({ paths: ["chung.example/view/qua-tang"] });
  const asked = createAskedHosts(memory, { current: async () => ({ knowledge: known }) });
  for (const host of ["khac.example:8080", "chung.example", "chung.example:8080"]) {
    await asked.note(host);
  }
  expect(memory.values.get(ASKED_KEY)).toEqual(["khac.example:8080"]);
});
