import { NOTHING_SEEN, type Seen } from "../../../core/awareness/due.ts";
import type { ArtifactKind } from "../../../core/feed/artifacts.ts";
import type { SomeSettings } from "../../../core/settings/settings.ts";
import type { SyncProblem } from "../../messages.ts";
import type { ToldKind } from "../told/told-kinds.ts";

/** A list that came into use, for the person to see. */
export interface ListArrival {
  /** Version of the feed; 0 for the one in the package. */
  version: number;
  /** Entries of all lists in use from then on. */
  entries: number;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Shape of what is kept. A change of any type in this file is a new version with a migration of its own. */
export const STATE_VERSION = 4;

/** An artifact in use. Its bytes, and for lists the index made of them, lie in the file store. */
export interface InstalledArtifact {
  /** Path in the feed: "blocklist/scam.ttb.gz". */
  path: string;
  kind: ArtifactKind;
  category: string | null;
  /** Lower-case hex, of the unzipped file. */
  sha256: string;
  /** Number of entries, for lists. */
  count: number | null;
  /** When its content was made, milliseconds since the epoch. */
  made: number | null;
  origin: "package" | "feed";
}

/** What the browser's dynamic rules were made of. */
export interface RuleBase {
  /** Changes with everything that went into the rules; the rules carry it too. */
  id: string;
  /** SHA-256 of each list in it, by path: what came since then is the drift. */
  lists: Record<string, string>;
  /** Identity of all that is no list: brands, policy, form of the rules. */
  extras: string;
}

/** Names that came, went or came back since the base was written. What holds for each, the lists in use say. */
export interface Drift {
  hosts: string[];
  paths: string[];
  /** By path, for each list that has changed: the SHA-256 of the versions between which the names above lead. */
  heads: Record<string, { from: string; to: string }>;
  /** When the first of them came, milliseconds since the epoch; null if there are none. */
  since: number | null;
}

/** What people should have been told, as the feed brought it last, and why it could not be used. */
export interface RefusedContent {
  kind: ToldKind;
  path: string;
  /** Of the unzipped file, as signed. */
  sha256: string;
  /** A short technical line. */
  detail: string;
  /** True if it came whole: this version will never be able to read it. */
  unreadable: boolean;
}

export interface State {
  version: typeof STATE_VERSION;
  /** The feed that `metadata` and all of origin "feed" come from: changes if address or root change. Null: never used. */
  feed: {
    id: string;
    version: number;
    /** Earliest expiry of what is trusted, milliseconds since the epoch. */
    expires: number;
    /** When it last confirmed that what is installed is the newest. */
    confirmedAt: number;
  } | null;
  artifacts: InstalledArtifact[];
  /** Version of the extension whose packaged list was looked at last. */
  packageSeen: string | null;
  sync: {
    /** Failures in a row. */
    failures: number;
    problem: SyncProblem | null;
  };
  base: RuleBase | null;
  policy: {
    /** The last managed policy that was good, as it came; null if there never was one. */
    lastGood: unknown;
    /** What is wrong with the present one. */
    problems: string[];
  };
  /** What the person has chosen; see settingsInForce for what holds. */
  settings: SomeSettings;
  /** What people were told. */
  told: {
    /** In the popup. */
    seen: Seen;
    /** By the toolbar's mark or a notification. */
    announced: Seen;
    refused: RefusedContent[];
  };
  /** The newest last; see listHistoryWith. */
  listHistory: ListArrival[];
}

export const INITIAL_STATE: State = {
  version: STATE_VERSION,
  feed: null,
  artifacts: [],
  packageSeen: null,
  sync: { failures: 0, problem: null },
  base: null,
  policy: { lastGood: null, problems: [] },
  settings: {},
  told: { seen: NOTHING_SEEN, announced: NOTHING_SEEN, refused: [] },
  listHistory: [],
};

export const NO_DRIFT: Drift = { hosts: [], paths: [], heads: {}, since: null };
