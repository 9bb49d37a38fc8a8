/**
 * The one serialisation that TUF signatures and key ids are made over: OLPC canonical JSON
 * (http://wiki.laptop.org/go/Canonical_JSON). No white space, keys in code point order, strings escape only `"` and
 * `\`, numbers are integers.
 *
 * @param value what JSON.parse gives
 * @throws RangeError if the value holds a number that is no safe integer, or is no JSON at all
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") {
    // A larger integer has lost digits in JSON.parse, so no signature over it can be checked.
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} has no canonical form`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object") {
    const members = Object.entries(value)
      .sort(([a], [b]) => compareCodePoints(a, b))
      .map(([key, member]) => `${quote(key)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  throw new RangeError(`${typeof value} has no canonical form`);
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** JavaScript compares UTF-16 code units, which puts U+1F600 before U+FF61; Python and the others don't. */
function compareCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const order = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
