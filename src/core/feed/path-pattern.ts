/**
 * Whether a target path fits a PATHPATTERN (§4.5): "*" any run of characters, "?" any one, "[a-c]" one of a set and
 * "[!a-c]" one outside it, none of them across "/". Case matters. Takes time in proportion to the two lengths
 * multiplied at worst, whatever the pattern: patterns come from others.
 */
export function matchesPattern(path: string, pattern: string): boolean {
  const parts = path.split("/");
  const patterns = pattern.split("/");
  return (
    parts.length === patterns.length &&
    parts.every((part, index) => matchesPart([...part], tokens(patterns[index] ?? "")))
  );
}

type Token = "*" | ((character: string) => boolean);

function tokens(pattern: string): Token[] {
  const characters = [...pattern];
  const list: Token[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? "";
    if (character === "*") list.push("*");
    else if (character === "?") list.push(() => true);
    else {
      const set = character === "[" ? characterSet(characters, at) : null;
      if (set === null) list.push((other) => other === character);
      else {
        list.push(set.matches);
        at = set.end;
      }
    }
  }
  return list;
}

/** As in POSIX fnmatch: "]" stands for itself at the first place, and a "[" that is never closed for itself. */
function characterSet(
  characters: string[],
  at: number,
): { matches: (character: string) => boolean; end: number } | null {
  const negated = characters[at + 1] === "!";
  const first = at + (negated ? 2 : 1);
  const end = characters.indexOf("]", first + 1);
  if (end === -1) return null;
  const ranges: [string, string][] = [];
  for (let i = first; i < end; i++) {
    const low = characters[i] ?? "";
    if (characters[i + 1] === "-" && i + 2 < end) {
      ranges.push([low, characters[i + 2] ?? ""]);
      i += 2;
    } else ranges.push([low, low]);
  }
  const within = (code: number) =>
    ranges.some(
      ([low, high]) => code >= (low.codePointAt(0) ?? 0) && code <= (high.codePointAt(0) ?? 0),
    );
  return { matches: (character) => within(character.codePointAt(0) ?? 0) !== negated, end };
}

function matchesPart(part: string[], pattern: Token[]): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let starAt = 0;
  while (at < part.length) {
    const token = pattern[next];
    if (token === "*") {
      star = next++;
      starAt = at;
    } else if (token?.(part[at] ?? "")) {
      at++;
      next++;
    } else if (star !== -1) {
      // Let the last star take one character more, and try again behind it.
      next = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (pattern[next] === "*") next++;
  return next === pattern.length;
}
