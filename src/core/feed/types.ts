/** A TUF client over one repository: https://theupdateframework.github.io/specification/latest/ */
export interface FeedClient {
  /**
   * Brings the trusted top-level metadata up to date (specification §5.3 to §5.6). Each role is stored as soon as
   * it is trusted, so a failure half-way loses nothing. Calls that overlap share one run.
   *
   * @throws FeedError
   */
  refresh(): Promise<TrustedFeed>;
  /**
   * What is trusted already, without network. Expiry is not judged here: see `expires`.
   *
   * @returns null before the first whole refresh, or if the stored metadata does not verify against the trusted root
   */
  trusted(): Promise<TrustedFeed | null>;
  /**
   * Finds a target through targets and its delegations (§5.6.7: preorder, depth first), refreshing first if this
   * client has not yet. Delegated metadata that is not stored yet is fetched.
   *
   * @returns null if no role that is trusted with this path names it
   * @throws FeedError
   */
  target(path: string): Promise<TargetInfo | null>;
  /**
   * Bytes of a target, from the artifact cache or the server, with length and hashes verified.
   *
   * @throws FeedError
   */
  download(target: TargetInfo): Promise<Uint8Array<ArrayBuffer>>;
}

export interface TrustedFeed {
  /** Version of the top-level targets: the version of the feed. */
  version: number;
  timestampVersion: number;
  /** Milliseconds since the epoch: the earliest expiry of timestamp, snapshot and targets. */
  expires: number;
  /**
   * True if this refresh brought a new snapshot, so new targets or new delegated targets. A sync that was killed
   * before it used them will not see `true` again: compare artifacts (planUpdate), never this flag alone.
   */
  changed: boolean;
  /** Top-level targets by path. */
  targets: ReadonlyMap<string, TargetInfo>;
}

export interface TargetInfo {
  /** TUF TARGETPATH: relative to the target base address, "/" between parts. */
  path: string;
  /** Bytes. */
  length: number;
  /** Lower-case hex by algorithm ("sha256", "sha512"). At least one. */
  hashes: Readonly<Record<string, string>>;
  /** The signed `custom` value as it came, undefined if there is none. See artifacts.ts for ours. */
  custom: unknown;
}

/** Where trusted metadata is kept, by role name ("root", "local/hue"). Each call is atomic on its own. */
export interface MetadataStore {
  get(role: string): Promise<Uint8Array<ArrayBuffer> | null>;
  put(role: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  delete(role: string): Promise<void>;
}

/** Downloaded targets. What it gives back is verified again before use, so it need not be trusted. */
export interface ArtifactCache {
  get(target: TargetInfo): Promise<Uint8Array<ArrayBuffer> | null>;
  put(target: TargetInfo, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/**
 * GETs an address and gives its body, following redirects. Must stop reading once the body exceeds `maxLength`
 * bytes, or once `timeout` milliseconds have passed since the call, however lively the server is.
 *
 * @throws FetchError
 */
export type FeedFetcher = (
  url: string,
  limits: { maxLength: number; timeout: number },
) => Promise<Uint8Array<ArrayBuffer>>;

/** The part of Web Cryptography that the client needs: `crypto.subtle` of any engine fits. */
export interface FeedCrypto {
  digest(
    algorithm: "SHA-256" | "SHA-384" | "SHA-512",
    data: Uint8Array<ArrayBuffer>,
  ): Promise<ArrayBuffer>;
  importKey(
    format: "raw" | "spki",
    keyData: Uint8Array<ArrayBuffer>,
    algorithm: { name: string; hash?: string; namedCurve?: string },
    extractable: boolean,
    keyUsages: "verify"[],
  ): Promise<unknown>;
  verify(
    algorithm: { name: string; hash?: string; saltLength?: number },
    key: unknown,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

/** Most that a repository may ask of a client: sizes in bytes, counts and times (§5.3.3 "X", §5.6.7; slow retrieval). */
export interface FeedLimits {
  root: number;
  timestamp: number;
  snapshot: number;
  targets: number;
  /** Roots that are walked in one refresh. */
  rootRotations: number;
  /** Roles that are visited in the search for one target. */
  delegations: number;
  /** Milliseconds for all metadata of one refresh, or of one search for a target. */
  metadataTime: number;
  /** Milliseconds for a target, and besides what its length takes at `minRate`. */
  targetTime: number;
  /** Slowest pace of a target, in bytes a second. */
  minRate: number;
}

export interface FeedNeeds {
  store: MetadataStore;
  fetcher: FeedFetcher;
  crypto: FeedCrypto;
  /** Milliseconds since the epoch. Expiry is judged by what it says at the start of a refresh (§5.1). */
  now: () => number;
  /** Base address of metadata, with or without a final slash. */
  metadataUrl: string;
  /** Base address of targets; without it `download` fails. */
  targetsUrl?: string;
  /** The root that came with the program. The store's root is used if it is valid and not older. */
  trustedRoot?: Uint8Array<ArrayBuffer>;
  artifacts?: ArtifactCache;
  limits?: Partial<FeedLimits>;
  /**
   * "always" follows the specification to the letter: each refresh asks for the next root, then for the timestamp.
   * "when-changed" asks for the timestamp first and is content if it is, byte for byte, the one that is trusted and
   * nothing has expired: one request when nothing changed. Any other answer leads to the whole walk. A publisher
   * must then re-sign the timestamp with each new root, as ours does. Default "always".
   */
  rootCheck?: "always" | "when-changed";
}
