import { parseAddress } from "../core/host/address.ts";
import { isPublicSuffix } from "../core/host/domain.ts";
import { type Brand, brandsSchema } from "../core/lookalike/brands.ts";
import { OperatorError } from "./operator-error.ts";
import { readLines } from "./read-lines.ts";

const COLUMNS = [
  "brand",
  "aliases",
  "official_domains",
  "user_content",
  "sector",
  "grade",
  "source",
];

/**
 * Where the official domains of a brand are known from: a numbered source of the project's facts file ("s33"); the
 * ending itself, since only offices of the state get names under gov.vn; "compiled" from public pages whose addresses
 * were not kept (the grade says how many agreed); "believed", which goes with grade L and nothing else.
 */
const SOURCE = /^(?:s[1-9]\d*|gov\.vn|compiled|believed)$/;

/**
 * Reads the brands file: tab-separated with the columns brand, aliases, official_domains, user_content, sector,
 * grade and source (see SOURCE); lists within a cell by commas. "*" in a domain stands for exactly one label ("congan.*.gov.vn").
 *
 * @throws OperatorError that names file and line: a domain that is no host, or under which strangers register names;
 *   a place of user content outside the official domains; a grade or a source that does not exist
 */
export async function readBrandsFile(file: string): Promise<Brand[]> {
  const brands: Brand[] = [];
  let header = true;
  for await (const { first, lines } of readLines(file)) {
    for (const [i, line] of lines.entries()) {
      if (line.trim() === "") continue;
      const at = `${file}:${first + i}`;
      const cells = line.split("\t");
      if (header) {
        if (cells.join() !== COLUMNS.join()) {
          throw new OperatorError(`${at}: the columns must be ${COLUMNS.join(", ")}`);
        }
        header = false;
        continue;
      }
      if (cells.length !== COLUMNS.length) {
        throw new OperatorError(`${at}: ${cells.length} columns, ${COLUMNS.length} are needed`);
      }
      brands.push(readBrand(cells, at));
    }
  }
  const parsed = brandsSchema.safeParse({ version: 1, brands });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new OperatorError(`${file}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
  }
  const names = new Set<string>();
  for (const { name } of parsed.data.brands) {
    if (names.has(name)) throw new OperatorError(`${file}: the brand "${name}" stands there twice`);
    names.add(name);
  }
  return parsed.data.brands;
}

const GRADES: readonly Brand["grade"][] = ["A", "B", "C", "L"];

function readBrand(cells: readonly string[], at: string): Brand {
  const [
    name = "",
    aliases = "",
    domains = "",
    userContent = "",
    sector = "",
    letter = "",
    sources = "",
  ] = cells.map((cell) => cell.trim());
  const grade = GRADES.find((known) => known === letter);
  if (grade === undefined) {
    throw new OperatorError(`${at}: the grade "${letter}" is none of ${GRADES.join(", ")}`);
  }
  const official = list(domains);
  const problem = sourceProblem(list(sources), grade, official);
  if (problem !== null) throw new OperatorError(`${at}: ${name}: ${problem}`);
  for (const domain of official) {
    const problem = domainProblem(domain);
    if (problem !== null) throw new OperatorError(`${at}: ${name}: ${domain}: ${problem}`);
  }
  for (const host of list(userContent)) {
    const problem = domainProblem(host);
    if (problem !== null) throw new OperatorError(`${at}: ${name}: ${host}: ${problem}`);
    if (!official.some((domain) => host === domain || host.endsWith(`.${domain}`))) {
      throw new OperatorError(`${at}: ${name}: ${host} lies in none of its official domains`);
    }
  }
  return {
    name,
    aliases: list(aliases),
    domains: official,
    userContent: list(userContent),
    sector,
    grade,
  };
}

function sourceProblem(
  sources: readonly string[],
  grade: Brand["grade"],
  domains: readonly string[],
): string | null {
  if (sources.length === 0) return "no source";
  const unknown = sources.find((source) => !SOURCE.test(source));
  if (unknown !== undefined) return `the source "${unknown}" is of no known kind`;
  if (sources.includes("believed") !== (grade === "L")) {
    return 'the source "believed" and the grade L belong together';
  }
  if (sources.includes("gov.vn") && domains.some((domain) => !domain.endsWith(".gov.vn"))) {
    return 'the source "gov.vn" vouches only for names under gov.vn';
  }
  return null;
}

function list(cell: string): string[] {
  return cell
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function domainProblem(domain: string): string | null {
  // A label stands in for each "*" so that the rest can be read as a host.
  const host = domain.replace(/(^|\.)\*(?=\.)/g, "$1any");
  const result = parseAddress(host);
  if (!result.ok || result.address.host !== host || result.address.kind !== "domain") {
    return "not a canonical host (lower case, A-labels, no path)";
  }
  if (isPublicSuffix(host) || !host.includes(".")) return "strangers register names under it";
  if (domain.startsWith("*") && isPublicSuffix(domain.replace(/^(?:\*\.)+/, ""))) {
    return "the pattern fits names that strangers register";
  }
  return null;
}
