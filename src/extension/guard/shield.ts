// A first form; see below.
const KEY = Symbol.for("tinhtao shield");
type World = { [KEY]?: () => void };

export function raiseShield(): void {
  (globalThis as World)[KEY] = () => undefined;
}

export function liftShield(): void {
  (globalThis as World)[KEY]?.();
}
