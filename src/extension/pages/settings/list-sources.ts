/** Where a list that ships comes from. */
export interface ListSource {
  name: string;
  licence: string;
  url: string;
}

/** The lines of the snapshot's SOURCES.md that name a list: "- name, licence, <address>". */
export function listSources(text: string): ListSource[] {
  return [...text.matchAll(/^- (.+), ([^,\n]+), <(https:[^>\s]+)>$/gm)].map(
    ([, name = "", licence = "", url = ""]) => ({ name, licence, url }),
  );
}
