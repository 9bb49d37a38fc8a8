import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOGIN, loginPage } from "../e2e/harness/asking-pages.ts";
import { packFirefox } from "../e2e/harness/build-extension.ts";
import type { Reply } from "../e2e/harness/network.ts";
import { runFolder } from "../e2e/harness/run.ts";

/** A page that says this is judged for ever by the extension that `withEndlessJudge` makes. */
export const ENDLESS = "bài toán không lời giải";

/**
 * A copy of a built extension whose page judge never comes to an end on pages that say ENDLESS: no page is known to do
 * that to the real one, and the next that does must harm nothing else.
 */
export function withEndlessJudge(build: "chrome-mv3" | "firefox-mv3"): string {
  const copy = runFolder(`${build}-endless`);
  cpSync(runFolder(build), copy, { recursive: true });
  const file = join(copy, "page-judge.js");
  const hang = `addEventListener("message", ({ data }) => { while (data.facts.text.includes(${JSON.stringify(ENDLESS)})); });`;
  writeFileSync(file, hang + readFileSync(file, "utf8"));
  if (build === "firefox-mv3") packFirefox(copy);
  return copy;
}

export const endlessPage = (): Reply => loginPage({ form: `<p>${ENDLESS}</p>${LOGIN}` });

const times = (count: number, text: string) => text.repeat(count);

/** Log-in pages whose scripts or words made the judge take minutes, or that try the like. */
export const SLOW_PAGES: Record<string, () => Reply> = {
  "a comment of empty texts": () => loginPage({ script: `// [${times(60, '"" ')}x` }),
  "a comment of empty texts in other quotes": () =>
    loginPage({ script: `/*[${times(400, "'' ")}x*/` }),
  "lists that are never joined": () => loginPage({ script: `// ${times(300, `[ "a" , "b" , `)}` }),
  "spreads that are never joined": () =>
    loginPage({ script: `// ${times(600, '[ ... "abc" ] . ')}` }),
  "sums without an end": () => loginPage({ script: `// "a"${times(8_000, ' + "a"')}` }),
  "blanks between signs": () => loginPage({ script: `// x =${times(60_000, " ")}"` }),
  "numbers and blanks": () =>
    loginPage({ form: `<p>${times(4_000, "1 000 . 000 , ")}</p>${LOGIN}` }),
  "one letter and its marks": () =>
    loginPage({ form: `<p>${times(10_000, "a\u0301\u0323")}</p>${LOGIN}` }),
};
