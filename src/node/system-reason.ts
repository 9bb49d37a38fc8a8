/** What the system said of a failed file or network operation, in words ("no such file"). */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const known = REASONS[code];
  if (known !== undefined) return known;
  // Node's fetch says only "fetch failed" and keeps the reason in the cause.
  return error.cause instanceof Error ? systemReason(error.cause) : error.message;
}

const REASONS: Record<string, string> = {
  ENOENT: "no such file or folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "is a folder, a file is needed",
  ENOTDIR: "is not a folder",
  EEXIST: "is there already",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the disk is read-only",
  EMFILE: "too many open files",
  ECONNREFUSED: "connection refused",
  ENOTFOUND: "host name not found",
  EAI_AGAIN: "host name could not be resolved now",
  ECONNRESET: "connection was cut",
  ETIMEDOUT: "no answer in time",
  EADDRINUSE: "the port is in use",
  Z_BUF_ERROR: "the gzip data ends too early",
  Z_DATA_ERROR: "the gzip data is damaged",
};
