import { expect, test } from "vitest";
import { parseAddress } from "../../../../../src/core/host/address.ts";
import { judge } from "../../../../../src/core/verdict/judge.ts";
import { createClearedHosts } from "../../../../../src/extension/background/evidence/cleared-hosts.ts";
import { fakeClearedScript } from "../fakes/fake-platform.ts";
import { knowledge } from "../fakes/lists.ts";

function clearedHosts(script: ReturnType<typeof fakeClearedScript> | null) {
  let known = knowledge({ paths: ["chung.example/view/qua-tang"] });
  return {
    ...createClearedHosts({
      script,
      verdicts: {
        async onAddress(url) {
          const parsed = parseAddress(url);
          return parsed.ok ? { ok: true, verdict: judge(parsed.address, known) } : parsed;
        },
      },
      knowledgeSource: { current: async () => ({ knowledge: known }) },
    }),
    list(...hosts: string[]) {
      known = knowledge({ hosts });
    },
  };
}

test("the host of a page that was let through is cleared, whatever its port, but none with listed paths", async () => {
  const script = fakeClearedScript();
  const cleared = clearedHosts(script);
  for (const host of ["khac.example:8080", "chung.example", "khac.example"]) {
    await cleared.add(`https://${host}/view`);
  }
  expect(script.now).toEqual(["khac.example"]);
});

test("a host that was listed after its page had been judged is not cleared", async () => {
  const script = fakeClearedScript("cu.example");
  const cleared = clearedHosts(script);
  cleared.list("xau.example");
  await Promise.all([cleared.forget(), cleared.add("https://xau.example/")]);
  expect(script.now).toEqual([]);
});

test("only the newest 500 hosts are kept", async () => {
  const script = fakeClearedScript(...Array.from({ length: 500 }, (_, i) => `h${i}.example`));
  await clearedHosts(script).add("https://moi.example/");
  expect([script.now.length, script.now[0], script.now.at(-1)]).toEqual([
    500,
    "h1.example",
    "moi.example",
  ]);
});

test("a browser without such a script clears nothing", async () => {
  const cleared = clearedHosts(null);
  await cleared.add("https://khac.example/");
  await cleared.forget();
});
