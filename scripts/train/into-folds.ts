/**
 * Deals things to folds so that things that share any mark stay together (through any chain of others), the largest
 * groups first, each to the fold that has least.
 *
 * @param marks of each thing
 * @returns the fold of each thing
 */
export function intoFolds(marks: readonly (readonly string[])[], folds: number): number[] {
  const parent = marks.map((_, i) => i);
  const top = (i: number): number => {
    let at = i;
    while ((parent[at] ?? at) !== at) at = parent[at] ?? at;
    return at;
  };
  const first = new Map<string, number>();
  marks.forEach((some, i) => {
    for (const mark of some) {
      const other = first.get(mark);
      if (other === undefined) first.set(mark, i);
      else parent[top(i)] = top(other);
    }
  });
  const groups = marks.map((_, i) => top(i));
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const fill = new Array<number>(folds).fill(0);
  const foldOf = new Map<number, number>();
  for (const [group, size] of [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const least = fill.indexOf(Math.min(...fill));
    foldOf.set(group, least);
    fill[least] = (fill[least] ?? 0) + size;
  }
  return groups.map((group) => foldOf.get(group) ?? 0);
}
