import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests",
  globalSetup: "./tests/e2e/harness/build-extension.ts",
  // Two browsers at a time keep two cores busy: most tests wait for the browser. Tests of one file share their world.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 120_000,
  // On a machine that others load as well. What passes at a later try only is named at the end of the check.
  retries: process.env.CI ? 2 : 0,
  expect: { timeout: 30_000 },
  reporter: "list",
  outputDir: "test-results",
  // The record of what the extension sent is judged when all other tests have left theirs.
  projects: [
    {
      name: "chromium",
      testMatch: ["e2e/*.spec.ts", "redteam/*.spec.ts"],
      testIgnore: "**/privacy-record.spec.ts",
    },
    { name: "afterwards", testMatch: "e2e/privacy-record.spec.ts" },
  ],
});
