import { isMarked } from "./is-marked.ts";
import { liftShield } from "./shield.ts";

/**
 * Lifts the shield in the tick in which it was raised: the browser's rules have let this document through. On hosts with
 * path entries they can't know enough, and the shield stays until the background has judged the very address.
 */
export const lift = (() => {
  if (!isMarked()) liftShield();
}) satisfies () => void;
