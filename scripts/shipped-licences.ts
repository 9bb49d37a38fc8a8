import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { ShippedLibrary } from "../src/extension/shipped-library.ts";

/** Data from elsewhere that stands inside a library or our own code, by the file that carries it. */
const DATA: { where: RegExp; entry: ShippedLibrary }[] = [
  {
    where: /node_modules\/tldts/,
    entry: {
      name: "Public Suffix List",
      version: "",
      licence: "MPL-2.0",
      text: "https://publicsuffix.org/list/public_suffix_list.dat\nhttps://mozilla.org/MPL/2.0/",
    },
  },
  {
    where: /core\/lookalike\/confusables\.ts$/,
    entry: {
      name: "Unicode confusables (UTS 39)",
      version: "",
      licence: "Unicode-3.0",
      text: "https://www.unicode.org/Public/security/\nhttps://www.unicode.org/license.txt",
    },
  },
];

/**
 * Collects what a build really takes from packages, with their licences, for the page that names them.
 *
 * @param root folder that holds node_modules
 */
export function shippedLicences(root: string): {
  plugin: Plugin;
  /** What was collected by all builds so far, by name. */
  libraries(): ShippedLibrary[];
} {
  const modules = new Set<string>();
  return {
    plugin: {
      name: "shipped-licences",
      generateBundle(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type !== "chunk") continue;
          for (const [id, { renderedLength }] of Object.entries(output.modules)) {
            if (renderedLength > 0) modules.add(id);
          }
        }
      },
    },
    libraries() {
      const ids = [...modules];
      const names = new Set(ids.flatMap((id) => packageOf(id) ?? []));
      return [
        ...[...names].map((name) => libraryIn(join(root, "node_modules", name))),
        ...DATA.filter(({ where }) => ids.some((id) => where.test(id))).map(({ entry }) => entry),
      ].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

/** "preact", "@scope/name"; null for our own files. */
function packageOf(id: string): string | null {
  return id.match(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? null;
}

function libraryIn(folder: string): ShippedLibrary {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (typeof about.license !== "string") {
    throw new Error(`${about.name} ships with the extension and has no licence`);
  }
  return {
    name: about.name,
    version: about.version,
    licence: about.license,
    // Some packages name their licence and leave its text to their repository.
    text: file === undefined ? addressOf(about) : readFileSync(join(folder, file), "utf8"),
  };
}

function addressOf({ name, homepage }: { name: string; homepage?: string }): string {
  return homepage ?? `https://www.npmjs.com/package/${name}`;
}
