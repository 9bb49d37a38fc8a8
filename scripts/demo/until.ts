import { DemoError } from "./demo-error.ts";

/**
 * Looks again and again until there is an answer; null, undefined and false mean "not yet".
 *
 * @param what "the browser enforces the list": named when it never comes
 * @param limit milliseconds
 * @throws DemoError
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  limit = 60_000,
): Promise<Exclude<T, null | undefined | false>> {
  for (const end = Date.now() + limit; ; ) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) {
      return found as Exclude<T, null | undefined | false>;
    }
    if (Date.now() > end) throw new DemoError(`waited ${limit / 1000} s in vain until ${what}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}
