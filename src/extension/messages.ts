import * as z from "zod/mini";
import type { Hotline } from "../core/awareness/contact-points.ts";
import type { ContentArtifact } from "../core/awareness/content-artifacts.ts";
import type { ContentKind } from "../core/awareness/content-kind.ts";
import type { Current } from "../core/awareness/due.ts";
import type { Form } from "../core/awareness/form.ts";
import type { Profile } from "../core/awareness/is-for.ts";
import type { Source } from "../core/awareness/source.ts";
import type { Text } from "../core/awareness/text.ts";
import type { CheckedMessage } from "../core/check/check-message.ts";
import type { ContactVerdict } from "../core/contact/judge-contact.ts";
import { MAX_ADDRESS_LENGTH } from "../core/host/address.ts";
import { MAX_EXCERPT } from "../core/message/excerpt.ts";
import type { Decision } from "../core/report/decisions.ts";
import { type Receipt, type Report, reportSchema } from "../core/report/report.ts";
import { someSettingsSchema } from "../core/settings/settings.ts";
import type { SettingsInForce } from "../core/settings/settings-in-force.ts";
import type { Verdict } from "../core/verdict/verdict.ts";
import type { ListArrival } from "./background/store/state.ts";
import type { BlockedVisit, OverrideTrace } from "./background/store/store.ts";
import { MAX_SELECTION } from "./max-selection.ts";
import { pageFactsSchema } from "./page-facts-schema.ts";

const url = z.string().check(z.maxLength(MAX_ADDRESS_LENGTH));
const tabId = z.int();

/** See core/check/what-is-this; numbers in the form in which they are compared. */
const checkSubjectSchema = z.discriminatedUnion("as", [
  z.object({ as: z.literal("address"), url }),
  z.object({ as: z.literal("message"), text: z.string().check(z.maxLength(MAX_EXCERPT)) }),
  z.object({ as: z.literal("phone"), number: z.string().check(z.regex(/^\+?\d{3,20}$/)) }),
  z.object({
    as: z.literal("account"),
    number: z.string().check(z.regex(/^[0-9A-Z]{4,19}$/)),
    /** Name in the brands artifact, or null if it is not known. */
    bank: z.nullable(z.string().check(z.maxLength(80))),
  }),
]);

export type CheckSubject = z.infer<typeof checkSubjectSchema>;

/**
 * Everything that pages and content scripts may ask of the background. Parsed on arrival; the
 * background's router says which of them web pages may ask.
 */
export const requestSchema = z.discriminatedUnion("type", [
  /** State of the list, the queue and the settings in force. */
  z.object({ type: z.literal("state") }),
  z.object({ type: z.literal("settings") }),
  /** What is said takes the place of what was set; what an agency has locked stays. */
  z.object({ type: z.literal("save-settings"), changes: someSettingsSchema }),
  /** What was blocked on this machine, where the person went on, and which lists came. */
  z.object({ type: z.literal("history") }),
  /** Forgets what was blocked and where the person went on. */
  z.object({ type: z.literal("clear-history") }),
  /** Verdict on any address that a person typed or a page carries. */
  z.object({ type: z.literal("verdict"), url }),
  /** What is known of an address, a number or a message that a person asks about. */
  z.object({ type: z.literal("check"), subject: checkSubjectSchema }),
  /** Opens the check page in a window of its own, where pictures can be chosen, with what is in the box. */
  z.object({
    type: z.literal("open-check"),
    text: z.string().check(z.maxLength(MAX_SELECTION)),
    isPrivate: z.boolean(),
  }),
  /** What the check page was opened for; it is given once. */
  z.object({ type: z.literal("take-selection"), id: z.uuid() }),
  /** Verdict on what a tab shows, with the frames that were blocked in it. */
  z.object({ type: z.literal("tab-verdict"), tabId }),
  /** Go on to a blocked address in the asking tab, for a limited time. Only from the warning page's top frame. */
  z.object({ type: z.literal("override"), url }),
  z.object({ type: z.literal("overrides") }),
  z.object({ type: z.literal("revoke-override"), entry: z.string() }),
  z.object({ type: z.literal("update-now") }),
  /** `isPrivate`: it was written in a private window, so nothing of it may reach the disk. */
  z.object({
    type: z.literal("send-report"),
    report: reportSchema,
    isPrivate: z._default(z.boolean(), false),
  }),
  z.object({ type: z.literal("reports") }),
  /** The person has read what became of the reports. */
  z.object({ type: z.literal("reports-seen") }),
  /** Whether the disk still takes a report: asked before anything is written. */
  z.object({ type: z.literal("report-room") }),
  z.object({ type: z.literal("self-test") }),
  /** What people are told: alerts, tips, where to turn to. */
  z.object({ type: z.literal("content"), kind: z.enum(["alerts", "portals", "tips"]) }),
  /** What holds now for whoever reads here, and what of it is new to him. */
  z.object({ type: z.literal("awareness") }),
  /** These were shown: they are not new any more. */
  z.object({
    type: z.literal("awareness-shown"),
    keys: z.array(z.string().check(z.maxLength(80))).check(z.maxLength(200)),
  }),
  /** The shield of a cold start asks whether it may lift. Only from content scripts. */
  /**
   * `url`: where a page says it is by now; the browser tells only where it was when it came. `fromWorker`: a service
   * worker may have given the page out.
   */
  z.object({
    type: z.literal("shield"),
    url: z.optional(url),
    fromWorker: z._default(z.boolean(), false),
  }),
  /** A page that is still loading asks to be scanned as far as it has come. Only from content scripts. */
  z.object({ type: z.literal("scan-early") }),
  /** What an asking page shows. Only from content scripts; of which page, the sender says, never the facts. */
  z.object({ type: z.literal("page-facts"), facts: pageFactsSchema }),
  /** What became of a banner. Only from content scripts in a tab's top frame. */
  z.object({
    type: z.literal("banner"),
    event: z.enum(["dismissed", "removed", "leave", "close-all"]),
  }),
]);

export type Request = z.infer<typeof requestSchema>;

/** "expired": the signed list is past its date. "none": there is no list at all, nobody is protected. */
export type Freshness = "fresh" | "stale" | "expired" | "none";

export interface ListState {
  freshness: Freshness;
  /** Version of the signed feed; 0 while the list is the one that came with the package. */
  version: number;
  /** Number of entries in force, hosts and paths of all categories that are on. */
  entries: number;
  /**
   * How many of them, all path entries, the browser has no rule left for (Chromium): their pages are loaded, and covered
   * until the background has judged them.
   */
  covered: number;
  /** When this list was made, milliseconds since the epoch; null if there is none. */
  madeAt: number | null;
  /** When the feed last confirmed that this list is the newest; null if it never did. */
  confirmedAt: number | null;
  /** The last failure since then, as data for the interface; null if the last try went well. */
  problem: SyncProblem | null;
  /** True while an update runs. */
  updating: boolean;
  /** True once the browser itself enforces this list, on all sites. */
  enforced: boolean;
  /** False where neither build nor policy names a feed: the list in the package is all there is, and it grows old. */
  feedConfigured: boolean;
}

export interface SyncProblem {
  code:
    | "offline"
    | "server"
    | "forged"
    | "rolled-back"
    | "expired"
    | "too-large"
    | "damaged"
    | "disk-full"
    | "storage"
    | "rules"
    /** The browser no longer lets the extension act on all sites. */
    | "site-access"
    | "policy";
  /** For the help desk: a short technical line. */
  detail: string;
  /** Milliseconds since the epoch. */
  at: number;
}

export interface State {
  list: ListState;
  override: { allowed: boolean; minutes: number };
  reportsWaiting: number;
  /** False where the build or the policy names nowhere to send reports. */
  reportsAccepted: boolean;
  extensionVersion: string;
  /** True if private windows are protected too. */
  inPrivate: boolean;
  /** Problems of a managed policy that was refused; empty if there are none. */
  policyProblems: string[];
}

export interface TabVerdict {
  /** The address that the tab shows or was kept from showing; null for pages of the browser itself. */
  url: string | null;
  verdict: Verdict | null;
  /** Addresses of listed frames that were replaced by a notice in this tab. */
  blockedFrames: string[];
}

export interface LiveOverride {
  /** The host that is open, or the one path entry ("host/path"). */
  entry: string;
  tabId: number;
  /** Milliseconds since the epoch. */
  until: number;
}

export interface QueuedReport {
  /** Its picture is not in it: see `pictured`. */
  report: Report;
  /** True if a picture goes or went with it. */
  pictured: boolean;
  /** Not even stored: "full" if too many wait already, "no-room" if the disk is full. */
  status: "waiting" | "sent" | "refused" | "full" | "no-room";
  receipt: Receipt["receipt"] | null;
  /** Why the hub refused it, or why it still waits; null if nothing is wrong. */
  problem: string | null;
  /** What a reviewer decided, as the feed tells it. */
  decision: Pick<Decision, "outcome" | "on"> | null;
  /** True while the person has not read the decision. */
  news: boolean;
  /** Set for one written in a private window: it is forgotten when the browser ends. */
  isPrivate?: true;
}

export type VerdictAnswer = { ok: true; verdict: Verdict } | { ok: false; problem: string };

export interface SelfTestResult {
  passed: boolean;
  /** Short code that a help desk can read: see CONTRIBUTING, "self-test codes". */
  code: string;
  checks: {
    name: "list" | "rules" | "feed" | "storage" | "policy";
    passed: boolean;
    detail: string;
  }[];
}

/** What people are told, of the kind that was asked for. */
export interface ToldContent<K extends ContentKind = ContentKind> {
  content: ContentArtifact<K>;
  /** Why what the feed brought last could not be used, so that what came before stands in for it; null if all is well. */
  damage: string | null;
}

/** Something that holds now, marked as new until it was shown. */
export type ToldItem<K extends "tip" | "theme" | "campaign"> = NonNullable<Current[K]> & {
  isNew: boolean;
};
export type ToldAlert = Current["alerts"][number] & {
  isNew: boolean;
  /** What to do, from the lessons on its forms of scam. */
  todo: Text[];
};

export interface AwarenessState {
  /** True if nothing is to be brought up by itself: no marks, no teasers. */
  off: boolean;
  /** Whether this week's tip is to be brought up. */
  weekly: boolean;
  place: Profile;
  /** In force, urgent ones first, then the newest. */
  alerts: ToldAlert[];
  /** Those that are over, newest first; none is new. */
  past: ToldAlert[];
  tip: ToldItem<"tip"> | null;
  theme: ToldItem<"theme"> | null;
  campaign: ToldItem<"campaign"> | null;
  /** Those that the alerts name, past ones too. */
  sources: Source[];
  /** See `ToldContent`. */
  damage: { alerts: string | null; tips: string | null };
  /** Whether the browser notifies of what is new; "fixed" where the agency has locked that it does not. */
  notifications: "on" | "off" | "fixed";
}

/** Each the newest first. */
export interface History {
  blocked: BlockedVisit[];
  goneOn: OverrideTrace[];
  lists: ListArrival[];
}

/** What to show of a form of scam beside a message. */
export type Lesson = Pick<Form, "id" | "name" | "todo">;

/** Answer by request type. */
export interface Answers {
  state: State;
  settings: SettingsInForce;
  "save-settings": SettingsInForce;
  history: History;
  "clear-history": { ok: true };
  verdict: VerdictAnswer;
  check:
    | { as: "address"; answer: VerdictAnswer }
    /** `lesson`: on the form of scam that a suspicious message sounds like. */
    | { as: "message"; checked: CheckedMessage; lesson: Lesson | null }
    /** `hotline`: of the bank to turn to. */
    | { as: "number"; verdict: ContactVerdict; hotline: Hotline | null };
  "open-check": { ok: true };
  /** Null if it was taken, or the background has forgotten it. */
  "take-selection": { selection: { text: string; isPrivate: boolean } | null };
  "tab-verdict": TabVerdict;
  override:
    | { ok: true; until: number }
    | { ok: false; problem: "not-blocked" | "locked" | "sender" };
  overrides: LiveOverride[];
  "revoke-override": { ok: true };
  "update-now": ListState;
  "send-report": QueuedReport;
  reports: QueuedReport[];
  "reports-seen": { ok: true };
  "report-room": { room: boolean };
  "self-test": SelfTestResult;
  content: ToldContent;
  awareness: AwarenessState;
  "awareness-shown": { ok: true };
  /** With the address that is listed: a document without one of its own stands for who made it. */
  shield: { action: "reveal" } | { action: "warn"; url: string };
  "scan-early": { ok: true };
  "page-facts": { ok: true };
  banner: { ok: true };
}

export type Answer<T extends Request["type"]> = Answers[T];
