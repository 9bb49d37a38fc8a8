import type { BrokenRule } from "./sources/source-intake.ts";

/** "hostsvn lists/threat.txt:7  google.com  official-domain  (belongs to Google (google.com))" */
export function violationLine({ source, file, line, entry, rule, reason }: BrokenRule): string {
  return `${source} ${file}:${line}  ${entry}  ${rule}  (${reason})`;
}
