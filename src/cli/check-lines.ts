import { MAX_ADDRESS_LENGTH, parseAddress } from "../core/host/address.ts";
import { refanged } from "../core/host/refanged.ts";
import type { Resemblance } from "../core/lookalike/lookalike.ts";
import type { MessageJudge } from "../core/message/judge-message.ts";
import { createHostJudge, type HostJudge } from "../core/verdict/host-judge.ts";
import type { Knowledge } from "../core/verdict/judge.ts";

/** Characters of a line that is too long which are given back in its answer. */
const SHOWN_OF_TOO_LONG = 200;
/** Longest line with a message: one of two million characters, each written as "\\uxxxx". */
const MAX_MESSAGE_LINE = 12 * 1024 * 1024;
/** Characters of output that are gathered before they are handed on. */
const BATCH = 0x10000;

/**
 * Judges addresses or hosts, one a line (LF or CRLF), defanged ones ("hxxps://evil[.]top") too, and answers each with one line of JSON: the verdict with `input`
 * before it and `lookalike` after it: whom the host resembles most, or null. A host that no list names but that
 * strongly resembles a brand has level "warn". What is no web address, an empty line too, is answered with level "error" and a `reason`: "empty",
 * "malformed", "not-web" or "too-long".
 *
 * @param chunks UTF-8, cut anywhere, of any length in all
 * @returns batches of whole lines
 */
export async function* checkLines(
  chunks: AsyncIterable<Uint8Array>,
  knowledge: Knowledge,
): AsyncGenerator<string> {
  const judge = createHostJudge(knowledge);
  let batch = "";
  for await (const lines of linesOf(chunks, MAX_ADDRESS_LENGTH)) {
    for (const line of lines) {
      batch += `${answer(line, judge)}\n`;
      if (batch.length < BATCH) continue;
      yield batch;
      batch = "";
    }
  }
  if (batch !== "") yield batch;
}

function answer(input: string, judge: HostJudge): string {
  const parsed = parseAddress(refanged(input));
  if (parsed.ok) {
    const { verdict, resemblance } = judge(parsed.address, refanged(input));
    const { level, source, scope, reasons, ...rest } = verdict;
    const lookalike = shortened(resemblance);
    return JSON.stringify({ input, level, source, scope, reasons, ...rest, lookalike });
  }
  const shown = parsed.problem === "too-long" ? `${input.slice(0, SHOWN_OF_TOO_LONG)}…` : input;
  return JSON.stringify({
    input: shown,
    level: "error",
    source: null,
    scope: null,
    reasons: [],
    lookalike: null,
    reason: parsed.problem,
  });
}

function shortened(resemblance: Resemblance | null) {
  if (resemblance === null) return null;
  const { class: kind, brand, official, strong } = resemblance;
  return { class: kind, brand, official, strong };
}

/**
 * Judges messages, one a line, each a JSON string, and answers each with one line of JSON: the verdict with what was
 * found in the message. A line that is no JSON string is answered with level "error" and reason
 * "malformed", one beyond MAX_MESSAGE_LINE with "too-long".
 *
 * @param chunks UTF-8, cut anywhere, of any length in all
 * @returns whole lines
 */
export async function* checkMessages(
  chunks: AsyncIterable<Uint8Array>,
  judge: MessageJudge,
): AsyncGenerator<string> {
  for await (const lines of linesOf(chunks, MAX_MESSAGE_LINE)) {
    for (const line of lines) yield `${messageAnswer(line, judge)}\n`;
  }
}

function messageAnswer(line: string, judge: MessageJudge): string {
  const tooLong = line.length > MAX_MESSAGE_LINE;
  const message = tooLong ? null : jsonString(line);
  const shown = (text: string) =>
    text.length > SHOWN_OF_TOO_LONG ? `${text.slice(0, SHOWN_OF_TOO_LONG)}…` : text;
  if (message === null) {
    return JSON.stringify({
      input: shown(line),
      level: "error",
      source: null,
      scope: null,
      reasons: [],
      reason: tooLong ? "too-long" : "malformed",
    });
  }
  const { level, source, scope, reasons, ...rest } = judge(message, null);
  return JSON.stringify({ input: shown(message), level, source, scope, reasons, ...rest });
}

function jsonString(line: string): string | null {
  try {
    const given: unknown = JSON.parse(line);
    return typeof given === "string" ? given : null;
  } catch {
    // The answer says so.
    return null;
  }
}

/** Of a line beyond all limits only the beginning is kept, so that no input exhausts the memory. */
async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    const parts = decoder.decode(chunk, { stream: true }).split("\n");
    parts[0] = rest + (parts[0] ?? "");
    rest = parts.pop() ?? "";
    // One more character and "\r", so that it still shows that it is too long.
    if (rest.length > longest + 2) rest = rest.slice(0, longest + 2);
    yield parts.map(withoutReturn);
  }
  rest += decoder.decode();
  if (rest !== "") yield [withoutReturn(rest)];
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
