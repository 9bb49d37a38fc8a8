type World = {
  scheduler?: {
    postTask(task: () => void, options: { delay: number; priority: "user-blocking" }): unknown;
  };
};

/**
 * Timers and idle callbacks of content scripts have their ids in common with those of their page, which can clear them all;
 * and a page can keep them waiting for ever behind tasks of its own that come before all others. These can do neither to
 * what is scheduled at the same priority. That is forgotten where a page opens its document anew, and unknown to Firefox
 * before 142; nobody can call off what an AbortSignal waits for. So whichever comes first counts.
 *
 * @returns what calls it off
 */
export function after(delay: number, then: () => void): () => void {
  let isOff = false;
  const task = () => {
    if (!isOff) then();
    isOff = true;
  };
  (globalThis as World).scheduler?.postTask(task, { delay, priority: "user-blocking" });
  AbortSignal.timeout(delay).addEventListener("abort", task);
  return () => {
    isOff = true;
  };
}

/** @returns what ends it */
export function every(milliseconds: number, then: () => void): () => void {
  let end = (): void => undefined;
  const next = () => {
    end = after(milliseconds, () => {
      next();
      then();
    });
  };
  next();
  return () => end();
}
