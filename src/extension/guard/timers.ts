/**
 * Timers and idle callbacks of content scripts have their ids in common with those of their page, which can clear them all.
 * What an AbortSignal waits for, nobody else can call off.
 *
 * @returns what calls it off
 */
export function after(milliseconds: number, then: () => void): () => void {
  let isOff = false;
  AbortSignal.timeout(milliseconds).addEventListener("abort", () => {
    if (!isOff) then();
  });
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
