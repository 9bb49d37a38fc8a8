import { expect, test } from "vitest";
import { readArguments } from "../../src/hub/command/read-arguments.ts";
import { runCommand } from "../../src/hub/command/run-command.ts";
import { hubForTest, reportForTest } from "../unit/hub/hub-for-test.ts";

// A build refuses to publish anything while one entry may not enter. Whoever reports such an address and gets a tired
// reviewer to confirm it would keep the list from everybody.

async function decide(url: string, ...more: string[]): Promise<string[]> {
  const hub = await hubForTest({});
  const answer = await hub.send(reportForTest({ kind: "scam", url }));
  const { receipt } = (await answer.json()) as { receipt: string };
  const printed: string[] = [];
  const out = (line: string) => printed.push(line);
  const around = { out, err: out, now: Date.now, untilStopped: () => Promise.resolve() };
  const run = (args: string[]) =>
    runCommand(readArguments([...args, "--data", hub.dataFolder], Date.now()), around);
  await run(["decide", receipt, "confirmed", ...more]);
  return printed;
}

test.each([
  ["a site of the state", "https://dichvucong.gov.vn/"],
  ["a bank's own site", "https://www.vietcombank.com.vn/"],
  ["what browsers need", "https://update.googleapis.com/"],
  ["a public name server", "http://8.8.8.8/"],
  ["a private network", "http://192.168.1.1/"],
  ["an intranet's name", "https://may-chu/"],
])("a decision that no build would take is refused: %s", async (_, url) => {
  await expect(decide(url)).rejects.toThrow(/may not enter the list|strangers share/);
});

test.each([["vn"], ["com.vn"], ["github.io"], ["google.com"], ["docs.google.com/forms"]])(
  "so is one whose entry is named by hand: %s",
  async (entry) => {
    await expect(decide("https://evil.example/", "--entry", entry)).rejects.toThrow(
      /may not enter the list/,
    );
  },
);

test("a scam beside them can be listed", async () => {
  expect((await decide("https://vietcombank-xacthuc.example/")).join()).toContain(
    "vietcombank-xacthuc.example enters the list",
  );
  const page = "sites.google.com/view/qua-tang";
  expect((await decide(`https://${page}`)).join()).toContain(`${page} enters the list`);
});
