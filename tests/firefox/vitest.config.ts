import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    environment: "node",
    include: ["firefox/*.test.ts", "redteam/*.firefox.test.ts"],
    globalSetup: join(import.meta.dirname, "harness/prepare-run.ts"),
    pool: "forks",
    fileParallelism: false,
    // Some tests start the browser four times, which takes its time where the machine has other work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: process.env.CI ? 2 : 0,
  },
});
