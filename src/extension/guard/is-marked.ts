import { PATH_MARK } from "../path-mark.ts";

/** True if this document came from a host with path entries. */
export function isMarked(): boolean {
  const [arrival] = performance.getEntriesByType("navigation");
  return (
    arrival instanceof PerformanceNavigationTiming &&
    arrival.serverTiming.some(({ name }) => name === PATH_MARK.metric)
  );
}
