import { OperatorError } from "../operator-error.ts";
import { readLines } from "../read-lines.ts";
import { canonicalEntry, problemOf } from "./canonical-entry.ts";

/** A name that somebody looked at, and why it is kept out of the lists, or let in although it is popular. */
export interface Reviewed {
  /** Name as in the lists: a host or "host/path". Only this very name is meant, not what lies below it. */
  name: string;
  reason: string;
  /** "file:line". */
  at: string;
}

/**
 * Reads reviewed names: a host or "host/path", white space, and the reason. Lines that start with "#" are comments.
 *
 * @returns what was reviewed, by name
 * @throws OperatorError that names file and line, also where the reason is missing
 */
export async function readReviewed(file: string): Promise<Map<string, Reviewed>> {
  const exclusions = new Map<string, Reviewed>();
  for await (const { first, lines } of readLines(file)) {
    for (const [i, line] of lines.entries()) {
      const at = `${file}:${first + i}`;
      const text = line.trim();
      if (text === "" || text.startsWith("#")) continue;
      const [, written = "", reason = ""] = /^(\S+)\s*(?:#\s*)?(.*)/.exec(text) ?? [];
      if (reason === "") throw new OperatorError(`${at}: say after the name why`);
      const canonical = canonicalEntry(written, "auto");
      if (!canonical.ok) throw new OperatorError(`${at}: ${written}: ${problemOf(canonical)}`);
      const { name } = canonical.entry;
      exclusions.set(name, { name, reason, at });
    }
  }
  return exclusions;
}
