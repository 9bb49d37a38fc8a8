import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const IBM_ENGINE = fileURLToPath(import.meta.resolve("accessibility-checker-engine/ace.js"));

interface Ibm {
  Checker: new () => {
    check(
      of: Document,
      rules: string[],
    ): Promise<{
      results: { ruleId: string; value: string[]; message: string; snippet: string }[];
    }>;
  };
}

/** WCAG 2.2 A and AA, as far as two programs can tell: axe and IBM's checker. */
export async function expectAccessible(tab: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: tab })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const axe = violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
  expect([...axe, ...(await ibmFindings(tab))]).toEqual([]);
}

async function ibmFindings(tab: Page): Promise<object[]> {
  // As an expression: the extension's own pages let no script in from outside.
  if (!(await tab.evaluate("typeof ace === 'object'"))) {
    await tab.evaluate(`${await readFile(IBM_ENGINE, "utf8")}; 0`);
  }
  const results = await tab.evaluate(async () => {
    const { Checker } = (globalThis as unknown as { ace: Ibm }).ace;
    return (await new Checker().check(document, ["WCAG_2_2"])).results;
  });
  return results
    .filter(({ value: [kind, found] }) => kind === "VIOLATION" && found === "FAIL")
    .map(({ ruleId, message, snippet }) => ({ id: ruleId, where: [snippet], message }));
}
