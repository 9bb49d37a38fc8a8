/** Where guard.js tells look.js that the page may be seen: both run in the extension's own world, pages in another. */
const REVEALED = Symbol.for("revealed");
/** True once it may; until then what waits for that. */
type World = { [REVEALED]?: true | (() => void) };
const world = globalThis as World;

/** The page is not under the shield, or no longer. */
export function noteRevealed(): void {
  const waiting = world[REVEALED];
  world[REVEALED] = true;
  if (typeof waiting === "function") waiting();
}

/** Does this now, or once the page is revealed: what a shield covers nobody can be asked for. */
export function whenRevealed(next: () => void): void {
  if (world[REVEALED]) next();
  else world[REVEALED] = next;
}
