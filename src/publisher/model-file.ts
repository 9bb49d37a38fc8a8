import { readFile } from "node:fs/promises";
import { type PageModel, pageModelSchema } from "../core/evidence/page-model.ts";
import { OperatorError } from "../node/operator-error.ts";

/** @throws OperatorError that names the file and the place in it */
export async function readModelFile(file: string): Promise<PageModel> {
  let given: unknown;
  try {
    given = JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new OperatorError(`${file}: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
  const parsed = pageModelSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new OperatorError(`${file}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}
