// Bundles the command-line tools that run on their own, without this repository: one file each, Node 20 or newer.
import { chmod } from "node:fs/promises";
import { build } from "vite";

const file = "dist/tuf-client.mjs";

await build({
  configFile: false,
  logLevel: "warn",
  ssr: { noExternal: true, target: "node" },
  build: {
    ssr: "src/cli/tuf-client.ts",
    target: "node20",
    outDir: "dist",
    emptyOutDir: false,
    rolldownOptions: { output: { entryFileNames: "tuf-client.mjs", format: "es" } },
  },
});
await chmod(file, 0o755);
process.stdout.write(`${file}\n`);
