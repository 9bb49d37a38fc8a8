import { readMessageModel } from "../../src/cli/read-message-model.ts";
import { readSnapshotFolder } from "../../src/cli/read-snapshot-folder.ts";
import { createMessageJudge } from "../../src/core/message/judge-message.ts";
import { DEFAULT_POLICY } from "../../src/core/policy/policy.ts";
import { openKnowledge } from "../../src/core/verdict/knowledge.ts";
import { inTurns } from "./measure.ts";
import { atMost, type RowGroup } from "./row.ts";

const MEGABYTE = 1_000_000;
const MOST_MS = 50;
/** What is hard on patterns, on folding, and on the search for addresses. */
const PIECES = {
  letters: "a",
  dots: "a.",
  schemes: "http://",
  emoji: "😀",
  "combining marks": "e\u0301",
  digits: "0 9 1 ",
  Thai: "สวัสดี",
  "a scam's words":
    "Vietcombank tai khoan bi khoa. Dang nhap https://qwertz-abc.com de xac thuc ngay ",
} as const;

/** Messages of a megabyte, the worst of several kinds. */
export const messageRows: RowGroup = async function* ({ say }) {
  say("messages");
  const { files } = await readSnapshotFolder(
    new URL("../../assets/snapshot", import.meta.url).pathname,
    ({ category }) => category !== "gambling",
  );
  const knowledge = openKnowledge(files, {
    feedVersion: 0,
    policy: DEFAULT_POLICY,
    overriddenUntil: () => null,
  });
  const judge = createMessageJudge(knowledge, await readMessageModel());
  const work = Object.fromEntries(
    Object.entries(PIECES).map(([name, piece]) => {
      const message = piece.repeat(Math.ceil(MEGABYTE / piece.length));
      return [name, () => judge(message, null).probability];
    }),
  );
  const times = Object.entries(inTurns(work, { rounds: 5, warmUps: 1 }));
  const [worst, { ms }] = times.reduce((most, one) => (one[1].ms > most[1].ms ? one : most));
  yield atMost(`verdict on a message of a megabyte (worst kind: ${worst})`, "ms", ms, MOST_MS);
};
