import type { Blocklist } from "../../core/blocklist/types.ts";
import type { Artifact } from "../../core/feed/artifacts.ts";
import { OperatorError } from "../../node/operator-error.ts";
import { grouped } from "../progress.ts";
import type { Collected } from "../sources/collect.ts";
import type { ListFile } from "./make-lists.ts";

/** A category that loses more than this share at once has mostly a source that was cut off on its way. */
const MOST_LOST = 0.25;
/** In a list of a few entries any change is a large share; so few are only warned of, unless nothing is left. */
const FEW = 10;

/**
 * Refuses a build in which a category loses more than a quarter of its published entries, and over ten, or a list all
 * of them.
 *
 * @param input.artifacts what is published now, by path
 * @param input.published the published lists that could be read, by path
 * @throws OperatorError with the figures of each such category and its sources
 */
export function refuseCollapse(input: {
  artifacts: ReadonlyMap<string, Artifact>;
  published: ReadonlyMap<string, Blocklist>;
  lists: readonly ListFile[];
  collected: Pick<Collected, "sources">;
}): void {
  const { artifacts, published, lists, collected } = input;
  const losses = new Map<string, { before: number; lost: number }>();
  const emptied = new Map<string, string[]>();
  for (const { path, kind, category, count } of artifacts.values()) {
    if ((kind !== "blocklist" && kind !== "paths") || category === null || count === null) continue;
    const list = lists.find((one) => one.path === path);
    // Without the published list at hand, only the numbers can be compared.
    const lost = published.has(path) && list ? list.removed : count - (list?.count ?? 0);
    if (count > 0 && (list?.count ?? 0) === 0) {
      const line = `${path}: loses all of its ${grouped(count)} entries, nothing is left`;
      emptied.set(category, [...(emptied.get(category) ?? []), line]);
    }
    const sum = losses.get(category) ?? { before: 0, lost: 0 };
    losses.set(category, { before: sum.before + count, lost: sum.lost + Math.max(0, lost) });
  }
  const lines: string[] = [];
  for (const [category, { before, lost }] of losses) {
    const collapsed = lost > FEW && lost > before * MOST_LOST;
    const empty = emptied.get(category) ?? [];
    if (!collapsed && empty.length === 0) continue;
    lines.push(...empty);
    if (collapsed) {
      lines.push(
        `${category}: loses ${grouped(lost)} of its ${grouped(before)} entries (${Math.round((100 * lost) / before)} %)`,
      );
    }
    const was = sourceCounts(category, artifacts, published);
    const now = new Map(
      collected.sources.flatMap(({ source, counts }) =>
        source.category === category ? [[source.id, counts.entries] as const] : [],
      ),
    );
    for (const id of new Set([...was.keys(), ...now.keys()])) {
      const old = was.get(id);
      lines.push(
        `  source ${id}: ${grouped(now.get(id) ?? 0)} entries${old === undefined ? "" : `, published ${grouped(old)}`}`,
      );
    }
  }
  if (lines.length === 0) return;
  throw new OperatorError(
    `nothing was published, since too much would go at once:\n${lines.join("\n")}\nIs a source cut off or moved? If it is meant so, build with --allow-loss.`,
  );
}

function sourceCounts(
  category: string,
  artifacts: ReadonlyMap<string, Artifact>,
  published: ReadonlyMap<string, Blocklist>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [path, list] of published) {
    if (artifacts.get(path)?.category !== category) continue;
    for (const name of list.names()) {
      const source = list.get(name)?.source;
      if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
    }
  }
  return counts;
}
