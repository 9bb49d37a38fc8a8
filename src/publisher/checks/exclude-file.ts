import { OperatorError } from "../operator-error.ts";
import { canonicalEntry, problemOf } from "../sources/canonical-entry.ts";
import { readLines } from "../sources/read-lines.ts";

/** An entry that somebody looked at and decided to keep out. */
export interface Exclusion {
  /** Name as in the lists: a host or "host/path". Only this very name is kept out, not what lies below it. */
  name: string;
  reason: string;
  /** "file:line". */
  at: string;
}

/**
 * Reads reviewed exclusions: a host or "host/path", white space, and why it must not be blocked. Lines that start
 * with "#" are comments.
 *
 * @returns exclusions by name
 * @throws OperatorError that names file and line, also where the reason is missing
 */
export async function readExcludeFile(file: string): Promise<Map<string, Exclusion>> {
  const exclusions = new Map<string, Exclusion>();
  for await (const { first, lines } of readLines(file)) {
    for (const [i, line] of lines.entries()) {
      const at = `${file}:${first + i}`;
      const text = line.trim();
      if (text === "" || text.startsWith("#")) continue;
      const [, written = "", reason = ""] = /^(\S+)\s*(?:#\s*)?(.*)$/.exec(text) ?? [];
      if (reason === "") throw new OperatorError(`${at}: say after the name why it is excluded`);
      const canonical = canonicalEntry(written, "auto");
      if (!canonical.ok) throw new OperatorError(`${at}: ${written}: ${problemOf(canonical)}`);
      const { name } = canonical.entry;
      exclusions.set(name, { name, reason, at });
    }
  }
  return exclusions;
}
