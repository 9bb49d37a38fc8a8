/** One sign of an expression after the other: escapes and classes are one. */
const SIGNS = /\\u\{[0-9a-f]+\}|\\[pP]\{[^}]+\}|\\.|\[(?:\\.|[^\]\\])*\]|\{\d+,?\d*\}|[^\\]/gsu;
const MANY = 3;

/**
 * Whether the work of an expression for one place of a text may grow with the text, or with a power of some count: it
 * repeats something without an end, or more than a few times what may itself be of several lengths. All others do a
 * bounded amount at each place, so that they are linear; how much, the fuzzer measures.
 */
export function canGrow(source: string): boolean {
  const signs = source.match(SIGNS) ?? [];
  /** Per open group, whether what it holds is of one length. */
  const open: boolean[] = [true];
  let closed = true;
  for (const [at, sign] of signs.entries()) {
    if (sign === "*" || sign === "+") return true;
    const isCount = /^\{\d/.test(sign);
    const most = Number(/^\{(?:\d+,)?(\d*)\}$/.exec(sign)?.[1] || Number.POSITIVE_INFINITY);
    if (isCount && most === Number.POSITIVE_INFINITY) return true;
    if (isCount && signs[at - 1] === ")" && most > MANY && !closed) return true;
    const isOptional = sign === "?" && !/^(?:\(|[?{].*)$/.test(signs[at - 1] ?? "");
    if (sign === "|" || isCount || isOptional) open[open.length - 1] = false;
    if (sign === "(") open.push(true);
    if (sign === ")") {
      closed = open.pop() ?? true;
      if (!closed) open[open.length - 1] = false;
    }
  }
  return false;
}
