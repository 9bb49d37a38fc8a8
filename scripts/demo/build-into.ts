// node scripts/demo/build-into.ts DIR: the Chromium build into a folder of its own, apart from other builds. A process
// of its own as well, since the builder draws a spinner on whatever output it has.
import { join } from "node:path";
import { build } from "wxt";

const outDir = process.argv[2];
if (outDir === undefined) throw new Error("name the folder to build into");
await build({ root: join(import.meta.dirname, "../.."), outDir, browser: "chrome" });
