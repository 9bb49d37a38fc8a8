import path from "node:path";
import * as z from "zod";
import { TOP_LEVEL_ROLES, type TopLevelRole } from "../core/feed/role-name.ts";
import { OperatorError } from "../node/operator-error.ts";
import { readFileIfAny } from "../node/read-file-if-any.ts";

/** Beside the keys: how many of a role's keys must sign, for the first root. */
export const THRESHOLDS_FILE = "thresholds.json";

const schema = z.partialRecord(z.enum(TOP_LEVEL_ROLES), z.int().positive());

/**
 * @returns thresholds by role; empty if the folder has no such file
 * @throws OperatorError if the file is malformed
 */
export async function readThresholds(
  keyFolder: string,
): Promise<Partial<Record<TopLevelRole, number>>> {
  const file = path.join(keyFolder, THRESHOLDS_FILE);
  const bytes = await readFileIfAny(file);
  if (bytes === null) return {};
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new OperatorError(`${file}: must be like {"root":2}`, { cause });
  }
}
