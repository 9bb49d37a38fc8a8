/**
 * The verdict (core/verdict/judge.ts) as priorities of declarativeNetRequest rules. A higher number wins; of equal ones
 * "allow" wins. Each is its own step, because an allowance for a path that left the list must not free a listed host, and
 * one for a host must not free a listed path on it.
 *
 * Paths stand below hosts, unlike in the verdict: both stop the request, and the guards between the steps of paths
 * (see core/path-plan/path-shape.ts), which are allowances too, must not free a listed host.
 */
export const PRIORITY = {
  /** Whatever else holds for a frame, there are too many of them. */
  frameFlood: 1100,
  /** Above all allowances: what an allowed host serves may still come from a listed one. */
  signedExchange: 1000,
  deny: 900,
  agencyAllow: 800,
  /** What is listed below a path that a person has opened. */
  belowOverride: 710,
  override: 700,
  official: 600,
  /** An allowance above it takes it away, as it should: those pages need not be judged. */
  pathMark: 580,
  relistedPath: 560,
  relistedHost: 550,
  delistedHost: 540,
  host: 500,
  delistedPath: 460,
  exactPath: 450,
  guardAddressWithin: 440,
  endedPath: 430,
  guardGoesOn: 420,
  plainPath: 410,
} as const;
