import type { PageFacts } from "../../core/evidence/page-facts.ts";
import { LOOK_ORDERS, type LookOrders } from "./look-orders.ts";
import { shadowRootOf } from "./shadow-root-of.ts";
import { tellBackground } from "./tell-background.ts";

/** What the script that looks at a page exchanges with the background. */
export interface LookLink {
  /** The shadow tree of an element, open or closed; null if it has none. */
  shadowRootOf(element: Element): ShadowRoot | null;
  /** Tells the background what an asking page shows. */
  report(facts: PageFacts): void;
  /** Obeys the background. */
  obey(orders: LookOrders): void;
}

export function lookLink(): LookLink {
  return {
    shadowRootOf,
    report(facts) {
      void tellBackground({ type: "page-facts", facts });
    },
    obey(orders) {
      (globalThis as Record<symbol, unknown>)[Symbol.for(LOOK_ORDERS)] = orders;
    },
  };
}
