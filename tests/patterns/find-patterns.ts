import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ESTree, parseSync, Visitor } from "vite";

/** A regular expression of the product. */
export interface Pattern {
  source: string;
  flags: string;
  /** "src/core/host/domain.ts:12", where it is written or constructed. */
  at: string;
  /** Where the functions were called that construct it, the nearest first. */
  callers: readonly string[];
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PRODUCT = ["src/**/*.{ts,tsx,js}", "entrypoints/**/*.{ts,tsx,js}"];

/**
 * Every regular expression of the product, found in the syntax tree. Of those that are constructed, what they are is
 * recorded while their modules load: all are made of constants.
 *
 * @throws Error that names expressions made anywhere else, since nobody can check those beforehand
 */
export async function findPatterns(): Promise<Pattern[]> {
  const written: Pattern[] = [];
  const constructions: string[] = [];
  const modules: string[] = [];
  const files = globSync(PRODUCT, { cwd: ROOT }).sort();
  for (const file of files) {
    const found = patternsIn(file, readFileSync(join(ROOT, file), "utf8"));
    written.push(...found.written);
    constructions.push(...found.constructions);
    // The core has functions that build expressions for other modules of it.
    const mayConstruct = file.startsWith("src/core/") || found.constructions.length > 0;
    if (mayConstruct && !file.endsWith(".d.ts")) modules.push(file);
  }
  const constructed = await recordConstructed(modules);
  const recorded = new Set(constructed.map(({ at }) => at));
  const unknown = constructions.filter((at) => !recorded.has(at));
  if (unknown.length > 0) {
    throw new Error(`Make regular expressions when a module loads: ${unknown.join(", ")}`);
  }
  return [...written, ...constructed];
}

/** Expressions written in a file, and where it constructs others, also by `text.match("…")`. */
export function patternsIn(
  file: string,
  code: string,
): { written: Pattern[]; constructions: string[] } {
  const { program, errors } = parseSync(file, code);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  const at = (offset: number) => `${file}:${code.slice(0, offset).split("\n").length}`;
  const written: Pattern[] = [];
  const constructions: string[] = [];
  const isRegExp = (callee: ESTree.Expression) =>
    callee.type === "Identifier" && callee.name === "RegExp";
  new Visitor({
    Literal(node) {
      if (!("regex" in node)) return;
      const { pattern: source, flags } = node.regex;
      written.push({ source, flags, at: at(node.start), callers: [] });
    },
    NewExpression(node) {
      if (isRegExp(node.callee)) constructions.push(at(node.start));
    },
    CallExpression(node) {
      const [given] = node.arguments;
      const isOfText =
        node.callee.type === "MemberExpression" &&
        node.callee.property.type === "Identifier" &&
        /^(?:match|matchAll|search)$/.test(node.callee.property.name) &&
        (given?.type === "TemplateLiteral" ||
          (given?.type === "Literal" && typeof given.value === "string"));
      if (isRegExp(node.callee) || isOfText) constructions.push(at(node.start));
    },
  }).visit(program);
  return { written, constructions };
}

/** Loads modules as they are, without a bundler, so that places are those of the files. */
async function recordConstructed(modules: readonly string[]): Promise<Pattern[]> {
  const Original = globalThis.RegExp;
  const patterns: Pattern[] = [];
  const record = (made: RegExp) => {
    const places = (new Error().stack ?? "")
      .split("\n")
      .flatMap((line) => /\/((?:src|entrypoints)\/[^:]+:\d+):\d+\)?$/.exec(line)?.[1] ?? []);
    const [at, ...callers] = places;
    if (at !== undefined) patterns.push({ source: made.source, flags: made.flags, at, callers });
    return made;
  };
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, given) => record(Reflect.construct(target, given)),
    apply: (target, self, given) => record(Reflect.apply(target, self, given)),
  });
  try {
    for (const module of modules) await import(join(ROOT, module));
  } finally {
    globalThis.RegExp = Original;
  }
  return patterns;
}
