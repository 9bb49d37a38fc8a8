import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["tests/unit/**/*.test.{ts,tsx}", "tests/redteam/*.unit.test.ts"],
    pool: "threads",
    // A test that hangs must end; one that is slow on a busy machine must not fail for it. Milliseconds.
    testTimeout: 60_000,
  },
});
