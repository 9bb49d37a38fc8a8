/**
 * @param limit settles when it has taken too long
 * @throws what the work throws, or a TimeoutError if the limit comes first; the work itself goes on
 */
export function orLate<T>(work: Promise<T>, limit: Promise<void>): Promise<T> {
  const late = limit.then(() => {
    throw new DOMException("there was no answer in time", "TimeoutError");
  });
  return Promise.race([work, late]);
}
