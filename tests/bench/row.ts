/** One measured figure beside what it is measured against in the same run. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  /** In the same unit; null if the goal is absolute. */
  baseline: number | null;
  /** value ÷ baseline */
  ratio: number | null;
  /** What is to be reached, in words. */
  goal: string;
  reached: boolean;
}

/** A figure whose goal is a share of its baseline. */
export function againstBaseline(
  name: string,
  unit: string,
  value: number,
  baseline: number,
  mostRatio: number,
): Row {
  const ratio = value / baseline;
  const goal = `≤ ${Number(mostRatio.toPrecision(3))} × baseline`;
  return { name, value, unit, baseline, ratio, goal, reached: ratio <= mostRatio };
}

/** A figure whose goal is an amount of its own. */
export function atMost(name: string, unit: string, value: number, most: number): Row {
  const goal = `≤ ${most.toLocaleString("en")} ${unit}`;
  return { name, value, unit, baseline: null, ratio: null, goal, reached: value <= most };
}

export function atLeast(name: string, unit: string, value: number, least: number): Row {
  const goal = `≥ ${least.toLocaleString("en")} ${unit}`;
  return { name, value, unit, baseline: null, ratio: null, goal, reached: value >= least };
}

/** What a group of rows may use. */
export interface BenchNeeds {
  /** Says on stderr what is going on, and what had to be left out. */
  say(line: string): void;
}

/** A file of rows: gives them as they are measured. To add rows, write such a file and name it in main.ts. */
export type RowGroup = (needs: BenchNeeds) => AsyncIterable<Row> | Iterable<Row>;
