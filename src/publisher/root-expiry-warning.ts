import type { Repository } from "./repository.ts";

const DAY = 86_400_000;
/** Root keys lie on a medium that is kept apart: there must be time to fetch them. */
const WARN_DAYS = 60;

/**
 * What to tell the operator of a root that expires soon. The other roles are renewed with every build and
 * refresh-timestamp; the root only by hand.
 *
 * @param now milliseconds since the epoch
 * @returns one line, or null while there are over 60 days left
 */
export function rootExpiryWarning(
  repository: Pick<Repository, "expiries">,
  folder: string,
  now: number,
): string | null {
  const expires = repository.expiries().root;
  if (expires === undefined || expires - now > WARN_DAYS * DAY) return null;
  const day = new Date(expires).toISOString().slice(0, 10);
  const left = Math.floor((expires - now) / DAY);
  const when = expires <= now ? `has expired (${day})` : `expires in ${left} days (${day})`;
  return `warning: the root ${when}; renew it: feed rotate-root ${folder} --keys DIR`;
}
