/** What is known of an entry besides its name: the columns, read on a hit alone. */
export interface Listing {
  /** Id of the form of scam, or null if the source does not say. */
  form: string | null;
  /** Imitated brand by its name in the brands artifact, or null. */
  brand: string | null;
  /** Id of the source, one of the list's sources. */
  source: string;
  /** Day the entry was added, in days since 1970-01-01 (UTC). */
  since: number;
}

/** A listed name. Host scope: a canonical host. Path scope: host, path and optional query, "host/path?query". */
export interface Entry extends Listing {
  name: string;
}

/** Where entries come from; shown to the person who was blocked. */
export interface ListSource {
  id: string;
  name: string;
  licence: string;
  url?: string;
}

/** A list in use, read in place from one buffer. Names are compared exactly: never a probabilistic answer. */
export interface Blocklist {
  /** Number of names. */
  readonly count: number;
  /** Where its entries come from. */
  readonly sources: readonly ListSource[];
  /** Bytes in memory: names with index and filter, without the columns. */
  readonly byteLength: number;
  /** The entry of exactly this name, or null. */
  get(name: string): Entry | null;
  /**
   * The entry that covers this canonical host: itself or its nearest listed parent.
   * IP hosts must be asked with `get`: they have no parents.
   */
  covering(host: string): Entry | null;
  /** All names, in the list's own order. */
  names(): IterableIterator<string>;
  /** All names below a host (its sub-domains, not itself), in the list's own order. */
  below(host: string): IterableIterator<string>;
  /** All path entries on exactly this host, in the list's own order. */
  pathsOn(host: string): IterableIterator<string>;
}
