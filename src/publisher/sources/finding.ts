/** What a parser makes of one line of a source. */
export type Finding =
  /** An address or host as written there; brand, form and date as the source gives them. */
  | { kind: "address"; text: string; date?: string; brand?: string; form?: string }
  /** The source itself takes this address or host back. */
  | { kind: "exception"; text: string }
  /** Well-formed, but not something a list of hosts and paths can say. */
  | { kind: "skipped"; reason: string }
  | { kind: "malformed"; reason: string };

/** @returns what the line says: nothing for comments and empty lines */
export type LineParser = (line: string) => readonly Finding[];

export const NOTHING: readonly Finding[] = [];
