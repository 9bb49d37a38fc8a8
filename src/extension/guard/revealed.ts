/** Where guard.js tells look.js that the page may be seen: both run in the extension's own world, pages in another. */
const REVEALED = Symbol.for("revealed");
type World = { [REVEALED]?: { done?: true; next?: () => void } };

/** The page is not under the shield, or no longer. */
export function noteRevealed(): void {
  const state = stateOf();
  state.done = true;
  state.next?.();
}

/** Does this now, or once the page is revealed: what a shield covers nobody can be asked for. */
export function whenRevealed(next: () => void): void {
  const state = stateOf();
  if (state.done) next();
  else state.next = next;
}

function stateOf() {
  const world = globalThis as World;
  world[REVEALED] ??= {};
  return world[REVEALED];
}
