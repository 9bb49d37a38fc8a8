import { BlocklistError } from "../../../core/blocklist/blocklist-error.ts";
import { FeedError } from "../../../core/feed/feed-error.ts";
import { KnowledgeError } from "../../../core/verdict/knowledge.ts";
import type { SyncProblem } from "../../messages.ts";

/** A failure as data for the interface and a technical line for the help desk. */
export function describeProblem(error: unknown, at: number): SyncProblem {
  const detail = error instanceof Error ? error.message : String(error);
  return { code: codeOf(error), detail, at };
}

function codeOf(error: unknown): SyncProblem["code"] {
  for (
    let cause = error;
    cause instanceof Error || cause instanceof DOMException;
    cause = cause.cause
  ) {
    if (cause.name === "QuotaExceededError") return "disk-full";
  }
  if (error instanceof FeedError) return error.code === "not-found" ? "server" : error.code;
  if (error instanceof KnowledgeError || error instanceof BlocklistError) return "damaged";
  return "storage";
}
