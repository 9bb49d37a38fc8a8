import { stripVTControlCharacters } from "node:util";

/**
 * What failed in a test runner's JSON report, one entry a test, so that the end of a long log tells what to look at.
 */

/** Lines of an error that say what was expected; the rest is in the log above. */
const LINES = 12;

/**
 * @param {object} report Vitest's JSON report (the shape of Jest's)
 * @returns {string[]} each failed test's name and error
 */
export function failedInVitest({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    // A file that could not be loaded has no tests of its own.
    if (failed.length === 0 && message) return [entry(name, message)];
    return failed.map(({ fullName, failureMessages }) => entry(fullName, failureMessages[0]));
  });
}

/**
 * @param {object} report Playwright's JSON report
 * @returns {string[]} each failed test's name and error; what passed at a later try is named as such
 */
export function failedInPlaywright({ suites, errors }) {
  return [
    ...suites.flatMap(failedIn),
    ...errors.map(({ message }) => entry("outside of any test", message)),
  ];
}

function failedIn({ suites = [], specs = [] }) {
  return [
    ...specs.flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === "unexpected" || status === "flaky")
        .map(({ status, results }) => {
          const failure = results.find((result) => result.status !== "passed");
          const again = status === "flaky" ? " (passed at a later try)" : "";
          return entry(`${file} › ${title}${again}`, failure?.error?.message);
        }),
    ),
    ...suites.flatMap(failedIn),
  ];
}

function entry(name, message = "no message") {
  const lines = stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => !line.includes("node_modules"))
    .slice(0, LINES);
  return [`✗ ${name}`, ...lines].join("\n    ");
}
