import { systemReason } from "./system-reason.ts";

/**
 * A failure that the person running the publisher can understand and mend: its message is printed alone, without a
 * stack. Everything else that is thrown is a fault of ours and keeps its stack.
 */
export class OperatorError extends Error {
  /** Exit status of the command: 1 refused or failed, 2 called wrongly. */
  readonly exitCode: 1 | 2;

  constructor(message: string, options: { exitCode?: 1 | 2; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "OperatorError";
    this.exitCode = options.exitCode ?? 1;
  }
}

/**
 * Says in the operator's words what the disk refused.
 *
 * @param outcome the file, or what its failure means; stands before the reason
 * @throws OperatorError
 */
export async function onDisk<T>(outcome: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof OperatorError || !(cause instanceof Error) || !("code" in cause)) {
      throw cause;
    }
    throw new OperatorError(`${outcome}: ${systemReason(cause)}`, { cause });
  }
}
