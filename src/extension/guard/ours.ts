/** Elements that we put into a page, known to all scripts of the extension's own world and to no page. */
const OURS = Symbol.for("ours");
type World = { [OURS]?: WeakSet<Element> };
const world = globalThis as World;

export function noteOurs(element: Element): void {
  world[OURS] ??= new WeakSet();
  world[OURS].add(element);
}

/** True for what must not be taken for the page's own. */
export function isOurs(element: Element): boolean {
  return world[OURS]?.has(element) === true;
}
