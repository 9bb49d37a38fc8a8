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
  if (workerStart > 0 || (routed ?? 0) > 0) return true;
  if (routed !== undefined || !/^https?:$/.test(location.protocol)) return false;
  // A sandboxed document may not ask for its worker.
  return isSecureContext && origin !== "null" && navigator.serviceWorker.controller !== null;
}
