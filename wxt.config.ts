import { defineConfig } from "wxt";

export default defineConfig({
  srcDir: ".",
  entrypointsDir: "entrypoints",
  publicDir: "assets",
  outDir: ".output",
  imports: false,
  manifestVersion: 3,
  manifest: { name: "Tỉnh Táo", permissions: ["storage"] },
});
