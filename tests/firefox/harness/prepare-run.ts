import { prepareRun } from "../../e2e/harness/build-extension.ts";

/** Vitest's global set-up. */
export default function (): Promise<() => void> {
  return prepareRun("firefox");
}
