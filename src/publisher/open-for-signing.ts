import type { TopLevelRole } from "../core/feed/role-name.ts";
import { OperatorError } from "../node/operator-error.ts";
import { openRepository, type Repository } from "./repository.ts";
import { readKeyFolder } from "./signing/key-folder.ts";

/**
 * Opens a published feed to sign something new in it.
 *
 * @param now milliseconds since the epoch
 * @param roles those that must sign; all but the root unless given
 * @throws OperatorError if it is no feed, its root has expired, or keys are missing
 */
export async function openForSigning(
  folder: string,
  keyFolder: string,
  now: number,
  roles?: readonly TopLevelRole[],
): Promise<Repository> {
  const repository = await openRepository(folder, await readKeyFolder(keyFolder));
  if (repository.version() === 0) throw new OperatorError(`${folder}: is no published feed`);
  repository.requireSigners({ keyFolder, now, ...(roles && { roles }) });
  return repository;
}
