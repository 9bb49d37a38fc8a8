/** `offline`: no answer at all, or none in time. `status`: an HTTP status other than 2xx. `too-large`: more than `maxLength` bytes. */
export type FetchProblem = "offline" | "status" | "too-large";

/** What every FeedFetcher throws. */
export class FetchError extends Error {
  readonly problem: FetchProblem;
  /** HTTP status if the problem is "status", otherwise null. */
  readonly status: number | null;

  constructor(
    problem: FetchProblem,
    message: string,
    options?: { status?: number; cause?: unknown },
  ) {
    super(message, options);
    this.name = "FetchError";
    this.problem = problem;
    this.status = options?.status ?? null;
  }
}
