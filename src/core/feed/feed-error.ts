/**
 * - `offline`: no connection to the feed, or one that is too slow to be of use
 * - `server`: the server answered with an error, or not as HTTP should
 * - `not-found`: the server lacks a file that signed metadata names (HTTP 403, 404), or nothing was ever trusted
 * - `forged`: too few good signatures, or content that does not belong to the signed chain
 * - `rolled-back`: older than what was trusted already
 * - `expired`: signed, but past its date
 * - `too-large`: more bytes than signed or than the limit
 * - `damaged`: not readable, or another length or hash than signed
 */
export type FeedErrorCode =
  | "offline"
  | "server"
  | "not-found"
  | "forged"
  | "rolled-back"
  | "expired"
  | "too-large"
  | "damaged";

/** Why the feed could not be brought up to date. What was trusted before stays trusted. */
export class FeedError extends Error {
  readonly code: FeedErrorCode;

  /** @param message one short technical line for a help desk, naming the role or path */
  constructor(code: FeedErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "FeedError";
    this.code = code;
  }
}
