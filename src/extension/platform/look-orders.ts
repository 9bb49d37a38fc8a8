import type { PageFacts } from "../../core/evidence/page-facts.ts";

/** What the background may ask of the top page of a tab. */
export interface LookOrders {
  /** What the page shows now. */
  collect(): Promise<PageFacts>;
}

/**
 * Where look.js leaves them for the background, which then runs a line in the extension's own world: to listen for
 * messages instead would cost every page half a millisecond (Chromium 156), and nearly all are asked for nothing.
 */
export const LOOK_ORDERS = "look";

/** True once look.js is in this document. */
export const isScanned = (): boolean => Symbol.for(LOOK_ORDERS) in globalThis;
