import { liftShield } from "../src/extension/guard/shield.ts";

export default { main: liftShield };
