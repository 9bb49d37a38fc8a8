import { raiseShield } from "./shield.ts";

export function startGuard(): void {
  raiseShield();
}
