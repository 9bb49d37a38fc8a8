import { liftOnClearedHost as main } from "../src/extension/guard/shield.ts";

export { main };
export default { main };
