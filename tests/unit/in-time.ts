import { vi } from "vitest";

/** Milliseconds for what hangs; on a busy machine nothing fails for being slow. */
const LIMIT = 30_000;

/** Waits until what comes by itself is there: `look` no longer throws. @returns what `look` found */
export function inTime<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: LIMIT });
}
