import { vi } from "vitest";

/** Lets Vitest's fake clock, which knows nothing of AbortSignal.timeout(), stand behind it as well. */
export function fakeAbortTimers(): void {
  vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), milliseconds);
    return controller.signal;
  });
}
