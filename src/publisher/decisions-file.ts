import { readFile } from "node:fs/promises";
import { type Decisions, readDecisions } from "../core/report/decisions.ts";
import { OperatorError } from "../node/operator-error.ts";
import { systemReason } from "../node/system-reason.ts";

/**
 * Reads what became of people's reports, as the hub writes it.
 *
 * @throws OperatorError that names the file
 */
export async function readDecisionsFile(file: string): Promise<Decisions> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await readFile(file));
  } catch (cause) {
    throw new OperatorError(`${file}: ${systemReason(cause)}`, { cause });
  }
  try {
    return readDecisions(bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OperatorError(`${file}: ${reason}`, { cause });
  }
}
