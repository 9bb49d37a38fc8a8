import { lift } from "../src/extension/guard/lift.ts";

export default { main: lift };
