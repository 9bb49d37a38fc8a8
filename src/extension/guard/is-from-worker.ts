import { arrival } from "./arrival.ts";

/** Absent from Firefox, which has no static routes, and from older Chromium, which has them. */
type Routed = { workerRouterEvaluationStart?: number };

/**
 * Rules see what goes to the network. A page that its own service worker gives out, or that the browser takes out of the
 * worker's cache by a static route, never did.
 *
 * @returns true if a worker may have stood in for the network for this document
 */
export function isFromWorker(): boolean {
  const {
    workerStart = 0,
    workerRouterEvaluationStart: routed,
  }: Partial<Routed> & Partial<PerformanceNavigationTiming> = arrival() ?? {};
  if (workerStart > 0 || routed) return true;
  if (routed === 0) return false;
  // A sandboxed document may not ask for its worker; documents without an address have that of the page that made them.
  return (
    origin !== "null" &&
    location.protocol.startsWith("http") &&
    // Absent where the origin is not secure.
    Boolean(navigator.serviceWorker?.controller)
  );
}
