import { type Finding, NOTHING } from "./finding.ts";

/**
 * One host or address a line; "*.host" and ".host" mean that host, since an entry covers what lies below it anyway.
 * Lines that start with "#", "!" or ";" are comments, as is what follows " #".
 */
export function parsePlain(line: string): readonly Finding[] {
  const comment = line.search(/\s#/);
  const text = (comment === -1 ? line : line.slice(0, comment)).trim();
  if (text === "" || /^[#!;]/.test(text)) return NOTHING;
  if (/\s/.test(text)) return [{ kind: "malformed", reason: "more than one word" }];
  return [{ kind: "address", text: /^\*?\.([^.*/?#:@][^*/?#:@]*)$/.exec(text)?.[1] ?? text }];
}
