import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const run = promisify(execFile);
const PROGRAM = new URL("../../../src/cli/eval-messages.ts", import.meta.url).pathname;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tinhtao-eval-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("tells figures on messages that the model never saw from those of its cross-validation", async () => {
  const file = join(folder, "messages.csv");
  await writeFile(
    file,
    [
      "label,sender_type,content",
      "1,personal_number,Vao vietcombank-xacthuc.top de nhan qua",
      "0,personal_number,Me o cho roi nhe",
    ].join("\n"),
  );
  const { stdout } = await run(process.execPath, [PROGRAM, file]);
  const summary: unknown = JSON.parse(stdout);
  expect(summary).toMatchObject({
    measured: "on-other-data",
    counts: { scam: 1, benign: 1 },
    recall: { count: 1 },
    falsePositives: { count: 0 },
    crossValidated: {
      known: { recall: expect.any(Number), falseAlarms: expect.any(Number) },
      unknown: { recall: expect.any(Number), falseAlarms: expect.any(Number) },
    },
  });
});
