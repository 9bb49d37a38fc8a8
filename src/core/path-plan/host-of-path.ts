/** The host of a path entry's name: "host/path?query" or "host?query". */
export function hostOfPath(name: string): string {
  return name.slice(0, name.search(/[/?]/));
}
