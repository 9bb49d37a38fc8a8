// Bundled into pages by pages.ts (--engine core): the guard's collectors, with closed shadow trees noted as they are made.
import { isAsking } from "../../src/core/evidence/is-asking.ts";
import type { PageFacts } from "../../src/core/evidence/page-facts.ts";
import { collectFacts } from "../../src/extension/guard/collect/collect-facts.ts";

const shadows = new WeakMap<Element, ShadowRoot>();
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init);
  shadows.set(this, root);
  return root;
};

// What a page shows after many seconds is shown at once.
const later = globalThis.setTimeout;
globalThis.setTimeout = ((work: TimerHandler, delay = 0, ...given: unknown[]) =>
  later(work, Math.min(delay, 100), ...given)) as typeof setTimeout;

/** Facts of the page as it is, with the milliseconds that they took; null if it asks for nothing. */
function collect(): { facts: PageFacts | null; took: number } {
  const start = performance.now();
  const work = collectFacts(document, { shadowRootOf: (element) => shadows.get(element) ?? null });
  let step = work.next();
  while (!step.done) step = work.next();
  const facts = isAsking(step.value) ? step.value : null;
  return { facts, took: performance.now() - start };
}

Object.assign(globalThis, { collectForEvaluation: collect });
