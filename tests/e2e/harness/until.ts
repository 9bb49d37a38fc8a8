/**
 * Asks again until the answer is there: null and undefined mean "not yet".
 *
 * @param what named in the error when it never comes
 * @param limit milliseconds
 * @param instead what there was instead, for the error
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  limit = 30_000,
  instead: () => unknown = () => "nothing",
): Promise<NonNullable<T>> {
  const end = Date.now() + limit;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > end) {
      throw new Error(
        `waited ${limit} ms in vain: ${what}; there was ${JSON.stringify(instead())}`,
      );
    }
    await new Promise((next) => setTimeout(next, 25));
  }
}
