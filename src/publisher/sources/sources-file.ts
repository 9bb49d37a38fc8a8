import { readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { OperatorError } from "../../node/operator-error.ts";
import { isWebAddress } from "../../node/read-lines.ts";
import { systemReason } from "../../node/system-reason.ts";

const identifier = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "use lower-case letters, digits and single hyphens");
const day = z.iso.date("write a day as YYYY-MM-DD");

/** A column of a CSV source, by its name in the header or by its number from 0. */
const column = z.union([z.string().min(1), z.int().nonnegative()]);

const sourceSchema = z.strictObject({
  id: identifier,
  /** Shown to the person who was blocked. */
  name: z.string().min(1),
  /** SPDX identifier, or the terms in words. */
  licence: z.string().min(1),
  /** Page about the source, shown to people. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  format: z.enum(["plain", "hosts", "adblock", "csv"]),
  /** A file, relative to the sources file, or an http(s) address; either may be gzipped. */
  from: z.string().min(1),
  category: identifier.default("scam"),
  /**
   * auto: a bare host, or an address of a site's root, lists the host; an address with a path lists that path.
   * host, path: take only entries of that kind and say what was left out.
   */
  scope: z.enum(["auto", "host", "path"]).default("auto"),
  /** Id of the form of scam of every entry. */
  form: identifier.optional(),
  /** Imitated brand of every entry, by its name in the brands file. */
  brand: z.string().min(1).optional(),
  /** Day of the source's state: the "listed since" of entries that carry no day of their own. */
  date: day.optional(),
  columns: z
    .strictObject({
      url: column.optional(),
      date: column.optional(),
      brand: column.optional(),
      form: column.optional(),
    })
    .optional(),
  /** Reviewed names that this source may list although they are popular, relative to this file: see readReviewed. */
  admit: z.string().min(1).optional(),
  /** True if it is no fault when the source has no entries. */
  mayBeEmpty: z.boolean().default(false),
});

const fileSchema = z.strictObject({
  /** Day from which a snapshot is made, so that it can be made again with the same bytes. */
  snapshotDate: day.optional(),
  /** Reviewed hosts and host/paths that never enter, relative to this file: see readReviewed. */
  exclude: z.string().min(1).optional(),
  /** What became of people's reports, as the hub writes it ("hub decisions"), relative to this file. */
  decisions: z.string().min(1).optional(),
  sources: z.array(sourceSchema).min(1, "name at least one source"),
});

export type Source = z.infer<typeof sourceSchema>;

export interface SourcesFile {
  snapshotDate: string | undefined;
  /** Absolute path. */
  exclude: string | undefined;
  /** Absolute path. */
  decisions: string | undefined;
  sources: Source[];
}

/**
 * Reads and checks a sources file. File paths in it become absolute.
 *
 * @throws OperatorError that names the file and the place in it
 */
export async function readSourcesFile(file: string): Promise<SourcesFile> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new OperatorError(`${file}: ${systemReason(error)}`, { cause: error });
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(`${file}: not valid JSON: ${reason}`, { cause: error });
  }
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${file}: ${place(issue.path, json)}${issue.message}`,
    );
    throw new OperatorError(problems.join("\n"));
  }
  const folder = path.dirname(path.resolve(file));
  const { sources, exclude, decisions, snapshotDate } = parsed.data;
  const seen = new Set<string>();
  for (const source of sources) {
    if (seen.has(source.id)) {
      throw new OperatorError(`${file}: two sources have the id "${source.id}"`);
    }
    seen.add(source.id);
    if (source.columns !== undefined && source.format !== "csv") {
      throw new OperatorError(
        `${file}: source "${source.id}": columns are only for the csv format`,
      );
    }
    if (source.admit !== undefined) source.admit = path.resolve(folder, source.admit);
    if (!isWebAddress(source.from)) source.from = path.resolve(folder, source.from);
  }
  return {
    snapshotDate,
    exclude: exclude === undefined ? undefined : path.resolve(folder, exclude),
    decisions: decisions === undefined ? undefined : path.resolve(folder, decisions),
    sources,
  };
}

/** ["sources", 2, "format"] → 'sources[2].format (source "x"): '. */
function place(keys: readonly PropertyKey[], json: unknown): string {
  if (keys.length === 0) return "";
  const dotted = keys
    .map((key, i) => (typeof key === "number" ? `[${key}]` : `${i === 0 ? "" : "."}${String(key)}`))
    .join("");
  const [first, index] = keys;
  if (first !== "sources" || typeof index !== "number") return `${dotted}: `;
  const id = sourceId(json, index);
  return id === undefined ? `${dotted}: ` : `${dotted} (source "${id}"): `;
}

function sourceId(json: unknown, index: number): string | undefined {
  const shape = z.object({ sources: z.array(z.unknown()) }).safeParse(json);
  const source = z.object({ id: z.string() }).safeParse(shape.data?.sources[index]);
  return source.data?.id;
}
