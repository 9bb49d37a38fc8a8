import { fileURLToPath } from "node:url";

/** The reviewed files that ship, used unless the command line names others. Absolute paths. */
export const DEFAULT_FILES = {
  sources: inContent("sources.json"),
  brands: inContent("brands.tsv"),
  model: inContent("page-model.json"),
  content: inContent("awareness"),
  contacts: inContent("contacts.csv"),
  sharedHosts: inContent("shared-hosts.txt"),
  wellKnownHosts: inContent("well-known-hosts.txt"),
} as const;

function inContent(name: string): string {
  return fileURLToPath(new URL(`../content/${name}`, import.meta.url));
}
