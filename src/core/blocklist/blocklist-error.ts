/**
 * "damaged": the bytes are not a whole, canonical list, index or delta.
 * "mismatch": index or delta belong to another list.
 * "entry": an entry can't be listed; "source": the sources are inconsistent. Both are the caller's to fix.
 */
export type BlocklistErrorCode = "damaged" | "mismatch" | "entry" | "source";

/** Thrown by everything in this folder. Nothing has been changed when it is thrown. */
export class BlocklistError extends Error {
  readonly code: BlocklistErrorCode;

  constructor(code: BlocklistErrorCode, message: string) {
    super(message);
    this.name = "BlocklistError";
    this.code = code;
  }
}
