import type { FeedCrypto, FeedFetcher } from "../../core/feed/types.ts";
import type { JudgePage } from "../page-judge/question.ts";
import type { Alarms } from "./alarms.ts";
import type { AppearanceBoard } from "./appearance.ts";
import type { Badge } from "./badge.ts";
import type { ClearedScript } from "./cleared-script.ts";
import type { Frames } from "./frames.ts";
import type { Guards } from "./guards.ts";
import type { LanguageScript } from "./language-script.ts";
import type { LiftScript } from "./lift-script.ts";
import type { ManagedPolicy } from "./managed-policy.ts";
import type { Menus } from "./menus.ts";
import type { Sender } from "./messages.ts";
import type { Navigations } from "./navigation.ts";
import type { Notifications } from "./notifications.ts";
import type { OwnPackage } from "./own-package.ts";
import type { PostReport } from "./report-post.ts";
import type { RequestAnswer, WebRequest } from "./requests.ts";
import type { Rules } from "./rules.ts";
import type { SessionMemory } from "./session-memory.ts";
import type { SiteAccess } from "./site-access.ts";
import type { Tabs } from "./tabs.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** All that the background needs of a browser. Chromium enforces by rules, Firefox by holding requests. */
export interface Platform {
  tabs: Tabs;
  siteAccess: SiteAccess;
  memory: SessionMemory;
  /** Deletes what an earlier version kept of its sessions on disk. */
  deleteFormerMemory(): Promise<void>;
  /** Keeps content scripts, and who has taken over a page's process, out of all storage. */
  closeStorage(): Promise<void>;
  alarms: Alarms;
  badge: Badge;
  appearance: AppearanceBoard;
  notifications: Notifications;
  menus: Menus;
  /** BCP 47 tags of what the person is likely to read. */
  languages(): readonly string[];
  navigations: Navigations;
  pack: OwnPackage;
  managed: ManagedPolicy;
  fetcher: FeedFetcher;
  postReport: PostReport;
  crypto: FeedCrypto;
  /** Null in Firefox. */
  rules: Rules | null;
  lift: LiftScript | null;
  /** Null in Firefox, whose background is awake while pages load. */
  clearedScript: ClearedScript | null;
  languageScript: LanguageScript;
  frames: Frames;
  guards: Guards;
  judgePage: JudgePage;
  /** Null in Chromium. */
  holdRequests: ((answer: (request: WebRequest) => Promise<RequestAnswer>) => void) | null;
  onMessage(answer: (message: unknown, sender: Sender) => Promise<unknown>): void;
  /** The browser has started, or the extension was installed or updated. */
  onStart(listener: () => void): void;
  /** The extension was installed, not updated. */
  onFirstInstall(listener: () => void): void;
  /** The network came back; heard only while the background lives. */
  onOnline(listener: () => void): void;
  /** Keeps the background from being put to sleep while the work goes on; both browsers do so after 30 idle seconds. */
  stayAwake<T>(work: Promise<T>): Promise<T>;
  gunzip(bytes: Bytes, maxLength: number): Promise<Bytes>;
  sha256(bytes: Bytes): Promise<string>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Ends after so many milliseconds. */
  pause(milliseconds: number): Promise<void>;
  /** At least 0, less than 1. */
  random(): number;
}
