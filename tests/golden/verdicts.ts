import { createHash } from "node:crypto";
import { join } from "node:path";
import { sharedLines, shippedAddresses, shippedTexts } from "./corpora.ts";
import {
  checkLines,
  checkMessages,
  createMessageJudge,
  DEFAULT_POLICY,
  isCategoryOn,
  openKnowledge,
  readMessageModel,
  readSnapshotFolder,
} from "./house.ts";

const SNAPSHOT = join(import.meta.dirname, "../../assets/snapshot");
/** Shared corpora of addresses. */
const SHARED_ADDRESSES = ["benign/top.txt.gz", "blocklist/day0.txt.gz"];

const { files } = await readSnapshotFolder(
  SNAPSHOT,
  ({ kind, category }) =>
    ["blocklist", "paths", "brands"].includes(kind) && isCategoryOn(category, DEFAULT_POLICY),
);
export const knowledge = openKnowledge(files, {
  feedVersion: 0,
  policy: DEFAULT_POLICY,
  overriddenUntil: () => null,
});

async function* bytesOf(lines: readonly string[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${lines.join("\n")}\n`);
}

async function answers(batches: AsyncIterable<string>): Promise<string[]> {
  let text = "";
  for await (const batch of batches) text += batch;
  return text.trimEnd().split("\n");
}

/** The verdict on each address, one a line. */
export const addressVerdicts = (): Promise<string[]> =>
  answers(checkLines(bytesOf(shippedAddresses()), knowledge)).then((lines) =>
    lines.map((line) => {
      const { input, level, source, reasons, lookalike } = JSON.parse(line);
      return `${input} ${level} ${source} ${codes(reasons)} ${lookalike?.class ?? "-"}`;
    }),
  );

/** The verdict on each text, one a line: hash of the text, level, reasons. */
export async function messageVerdicts(): Promise<string[]> {
  const judge = createMessageJudge(knowledge, await readMessageModel());
  const texts = shippedTexts();
  const lines = await answers(
    checkMessages(bytesOf(texts.map((text) => JSON.stringify(text))), judge),
  );
  return lines.map((line, i) => {
    const { level, reasons } = JSON.parse(line);
    return `${hash(texts[i] ?? "").slice(0, 10)} ${level} ${codes(reasons ?? [])}`;
  });
}

/** For each shared corpus at hand: how many lines got each level, and a hash of all answers. */
export async function sharedVerdicts(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const name of SHARED_ADDRESSES) {
    const lines = sharedLines(name);
    if (lines === null) continue;
    const levels: Record<string, number> = {};
    const all = createHash("sha256");
    for await (const batch of checkLines(lines, knowledge)) {
      all.update(batch);
      for (const [, level = ""] of batch.matchAll(/"level":"(\w+)"/g))
        levels[level] = (levels[level] ?? 0) + 1;
    }
    found[name] = { levels, sha256: all.digest("hex") };
  }
  return found;
}

function codes(reasons: readonly { code: string }[]): string {
  return reasons.map(({ code }) => code).join(",") || "-";
}

export const hash = (data: string | Uint8Array): string =>
  createHash("sha256").update(data).digest("hex");
