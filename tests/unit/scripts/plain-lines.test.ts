import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { plainLines } from "../../../scripts/plain-lines.mjs";

const plain = (...chunks: (string | Buffer)[]) =>
  text(Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(plainLines()));

test("a log has no colours, and of a spinner the last state alone", async () => {
  const spinner = "\x1b[?25l\r\x1b[36m⠋\x1b[39m [1/2] a\x1b[K\r⠙ [2/2] b\x1b[K\r\x1b[K\x1b[?25h";
  expect(await plain("\x1b[32m✓\x1b[39m ok\n", spinner, "Built\n", "a\r\n")).toBe(
    "✓ ok\nBuilt\na\n",
  );
});

test("a log loses no text, however it arrives and ends", async () => {
  const bytes = Buffer.from("Kiểm tra\nxong");
  const single = [...bytes].map((byte) => Buffer.from([byte]));
  expect(await plain(...single)).toBe("Kiểm tra\nxong\n");
  expect(await plain("")).toBe("");
});
