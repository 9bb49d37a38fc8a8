import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Finds words in all files below folders, as UTF-8 and UTF-16. LevelDB blocks, SQLite pages and snappy streams hold
 * the first occurrence of a short random word uncompressed, so a search of the raw bytes finds it there too.
 *
 * @returns "word in file" for each find
 */
export function searchFolders(folders: readonly string[], words: readonly string[]): string[] {
  const needles = words.flatMap((word) =>
    (["utf8", "utf16le"] as const).map((encoding) => ({
      word,
      bytes: Buffer.from(word, encoding),
    })),
  );
  const found = new Set<string>();
  for (const file of folders.flatMap(filesBelow)) {
    const content = readFileSync(file);
    for (const { word, bytes } of needles) {
      if (content.includes(bytes)) found.add(`${word} in ${file}`);
    }
  }
  return [...found];
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Words that occur nowhere else, one for each place. They have no part in common, which a compressed value would hold once.
 */
export function uniqueWords<P extends string>(places: readonly P[]): Record<P, string> {
  const word = (place: P) => [place, `q${crypto.randomUUID().slice(0, 8)}`] as const;
  return Object.fromEntries(places.map(word)) as Record<P, string>;
}
