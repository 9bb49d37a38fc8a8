import { parseAddress } from "../../core/host/address.ts";
import type { Verdict } from "../../core/verdict/verdict.ts";
import { type Answers, type Request, requestSchema } from "../messages.ts";
import type { Sender } from "../platform/messages.ts";
import type { Tabs } from "../platform/tabs.ts";
import type { CheckWindow } from "./check/check-window.ts";
import type { Checks } from "./check/checks.ts";
import type { Selections } from "./check/selections.ts";
import type { FlaggedPages } from "./evidence/flagged-pages.ts";
import { noted } from "./noted.ts";
import { listedPath, type Overrides } from "./overrides.ts";
import type { PolicySource } from "./policy-source.ts";
import type { PageReports } from "./reports/page-reports.ts";
import type { ReportQueue } from "./reports/report-queue.ts";
import type { Store } from "./store/store.ts";
import type { BlockHistory } from "./tabs/block-history.ts";
import type { BlockedFrames } from "./tabs/blocked-frames.ts";
import type { FrameNotices } from "./tabs/frame-notices.ts";
import type { Initiators } from "./tabs/navigation-initiators.ts";
import { sameOrigin } from "./tabs/origin.ts";
import { sendToWarning } from "./tabs/send-to-warning.ts";
import type { TabBadges } from "./tabs/tab-badges.ts";
import type { WarningAddress } from "./tabs/warning-address.ts";
import type { Awareness } from "./told/awareness.ts";
import type { ContentSource } from "./told/content-source.ts";
import type { UserSettings } from "./user-settings.ts";
import type { Verdicts } from "./verdicts.ts";

export interface RouterNeeds {
  tabs: Tabs;
  verdicts: Verdicts;
  overrides: Overrides;
  initiators: Initiators;
  reports: ReportQueue;
  badges: TabBadges;
  frames: BlockedFrames;
  frameNotices: Pick<FrameNotices, "note">;
  pages: PageReports;
  flagged: FlaggedPages;
  policy: PolicySource;
  settings: Pick<UserSettings, "current" | "save">;
  history: BlockHistory;
  store: Pick<Store, "blocked" | "overrides" | "state">;
  content: Pick<ContentSource, "read">;
  check: Checks;
  checkWindow: Pick<CheckWindow, "open">;
  selections: Pick<Selections, "take">;
  awareness: Pick<Awareness, "now" | "markShown">;
  warning: WarningAddress;
  state: () => Promise<Answers["state"]>;
  selfTest: () => Promise<Answers["self-test"]>;
  update: () => Promise<void>;
  /** Spares pages of this host's service worker further questions until the lists change. */
  clearHost: (url: string) => Promise<void>;
  /** Closes what an override had opened. */
  sweep: () => Promise<void>;
  /** Brings the page scanner into a document that is still loading. */
  scanEarly: (tabId: number, frameId: number) => Promise<void>;
  pause: (milliseconds: number) => Promise<void>;
}

/** Milliseconds that a guard has to put the warning in the place of its page. */
const GUARDS_TIME = 1500;

/** What web pages reach, through the content script; everything else is for the extension's own pages. */
const OF_PAGES: ReadonlySet<Request["type"]> = new Set<Request["type"]>([
  "shield",
  "scan-early",
  "page-facts",
  "banner",
]);

/** Answers by request type, for the extension's own pages. */
type Handlers = {
  [T in Request["type"]]: (
    request: Extract<Request, { type: T }>,
    sender: Sender,
  ) => Promise<Answers[T] | undefined>;
};

/**
 * Answers what pages and content scripts ask. Every message is parsed, and who may ask what is decided by what the
 * browser says of the sender: web pages reach little, through the content script.
 *
 * @returns undefined, so no answer, for what is malformed or not for this sender
 */
export function createRouter(needs: RouterNeeds) {
  const handlers = createHandlers(needs);
  return async (message: unknown, sender: Sender): Promise<unknown> => {
    const parsed = requestSchema.safeParse(message);
    if (!parsed.success) return undefined;
    const request = parsed.data;
    if (sender.own === OF_PAGES.has(request.type)) return undefined;
    const handle = handlers[request.type] as (request: Request, sender: Sender) => Promise<unknown>;
    return handle(request, sender);
  };
}

function createHandlers(needs: RouterNeeds): Handlers {
  const { tabs, verdicts, overrides, reports, badges, frames, policy, warning, flagged, store } =
    needs;

  /** The warning page in a tab, and the address that it stands for. */
  function warned(sender: Sender): { tabId: number; frameId: number; url: string } | null {
    const url = warning.read(sender.url);
    const { tabId, frameId } = sender;
    return url === null || tabId === null || frameId === null ? null : { tabId, frameId, url };
  }

  /** The verdict on an address; where none is known, what evidence said of it in the tab of a warning page. */
  async function onAddress(
    url: string,
    page: ReturnType<typeof warned>,
  ): Promise<Answers["verdict"]> {
    const answer = await verdicts.onAddress(url);
    if (!answer.ok || answer.verdict.source !== "unknown" || page?.frameId !== 0) return answer;
    const verdict = await flagged.of(page.tabId, url);
    return verdict === null ? answer : { ok: true, verdict };
  }

  /**
   * The guard puts the warning in the page's place, since whoever goes back from there must not come to that page again.
   * A page that hinders it is left all the same.
   */
  async function insist(tabId: number, url: string): Promise<void> {
    await needs.pause(GUARDS_TIME);
    await sendToWarning(tabId, url, needs);
  }

  return {
    state: () => needs.state(),

    async verdict({ url }, sender) {
      const page = warned(sender);
      const answer = await onAddress(url, page);
      if (page?.frameId === 0 && answer.ok && answer.verdict.level === "block") {
        const { inPrivate } = sender;
        void needs.history.note(page.url, answer.verdict, { frame: false, inPrivate });
        await badges.mark(page.tabId, "blocked");
        // A tab that was opened from one with a live override belongs to it.
        const parsed = parseAddress(page.url);
        if (
          parsed.ok &&
          answer.verdict.source !== "agency-deny" &&
          sameAddress(page.url, url) &&
          needs.initiators.isPage(page.tabId) &&
          (await overrides.join(parsed.address, answer.verdict, page.tabId))
        ) {
          await tabs.go(page.tabId, page.url);
        }
      }
      return answer;
    },

    async "tab-verdict"({ tabId }) {
      const tab = await tabs.get(tabId);
      const shown = tab && (warning.read(tab.url) ?? tab.url);
      if (!tab || shown === null || !parseAddress(shown).ok) {
        return { url: null, verdict: null, blockedFrames: [] };
      }
      const [known, seen, blockedFrames] = await Promise.all([
        verdicts.inTab(shown, tabId),
        flagged.of(tabId, shown),
        frames.of(tabId),
      ]);
      const verdict = known?.source === "unknown" ? (seen ?? known) : known;
      if (verdict?.level === "official") await badges.mark(tabId, "official");
      return { url: shown, verdict, blockedFrames };
    },

    async override({ url }, sender) {
      const page = warned(sender);
      // Only for the address that this very page was shown for, and only where the person sees it whole.
      if (page?.frameId !== 0 || !sameAddress(page.url, url))
        return { ok: false, problem: "sender" };
      const { overrideAllowed, overrideMinutes } = await policy.current();
      if (!overrideAllowed) return { ok: false, problem: "locked" };
      const answer = await onAddress(url, page);
      const host = hostOf(url);
      if (!answer.ok || !isStopped(answer.verdict) || host === null) {
        return { ok: false, problem: "not-blocked" };
      }
      // What an agency denies, nobody can go on to.
      if (answer.verdict.source === "agency-deny") return { ok: false, problem: "locked" };
      // Other listed pages of that host stay closed.
      const opened = listedPath(answer.verdict) ?? host;
      const until = await overrides.grant(opened, page.tabId, overrideMinutes, !sender.inPrivate);
      return { ok: true, until };
    },

    settings: () => needs.settings.current(),
    "save-settings": ({ changes }) => needs.settings.save(changes),

    async history() {
      const [blocked, goneOn, { listHistory }] = await Promise.all([
        store.blocked.all(),
        store.overrides.all(),
        store.state(),
      ]);
      return {
        blocked: blocked.reverse(),
        goneOn: goneOn.reverse(),
        lists: listHistory.toReversed(),
      };
    },

    async "clear-history"() {
      await Promise.all([store.blocked.clear(), store.overrides.clear()]);
      return { ok: true };
    },

    overrides: () => overrides.all(),

    async "revoke-override"({ entry }) {
      await overrides.revoke(entry);
      await needs.sweep();
      return { ok: true };
    },

    async "update-now"() {
      await needs.update();
      return (await needs.state()).list;
    },

    "send-report": ({ report, isPrivate }, sender) =>
      reports.add(report, isPrivate || sender.inPrivate),
    reports: () => reports.all(),
    async "reports-seen"() {
      await reports.seen();
      return { ok: true };
    },
    "report-room": async () => ({ room: await reports.hasRoom() }),
    "self-test": () => needs.selfTest(),
    content: ({ kind }) => needs.content.read(kind),
    check: ({ subject }) => needs.check(subject),
    async "open-check"({ text, isPrivate }) {
      await needs.checkWindow.open(text, isPrivate);
      return { ok: true };
    },
    "take-selection": async ({ id }) => ({ selection: needs.selections.take(id) }),
    awareness: () => needs.awareness.now(),
    async "awareness-shown"({ keys }) {
      await needs.awareness.markShown(keys);
      return { ok: true };
    },

    async "scan-early"(_request, { tabId, frameId }) {
      if (tabId === null || frameId === null) return undefined;
      await needs.scanEarly(tabId, frameId);
      return { ok: true };
    },

    "page-facts": ({ facts }, sender) => needs.pages.take(facts, sender),
    banner: ({ event }, sender) => needs.pages.banner(event, sender),

    async shield(request, sender) {
      const { tabId, frameId, inPrivate } = sender;
      if (tabId === null) return undefined;
      // A document without an address of its own (about:blank, srcdoc, blob:) belongs to who made it.
      const came = parseAddress(sender.url).ok ? sender.url : (sender.origin ?? "");
      const url = request.url !== undefined && sameOrigin(request.url, came) ? request.url : came;
      const verdict = await verdicts.inTab(url, tabId);
      if (verdict?.level !== "block") {
        // What one tab may show for a while, others may not; and what a private window shows, no other page may learn.
        const spare = request.fromWorker && verdict?.source !== "override" && !inPrivate;
        if (spare && parseAddress(url).ok) void noted(needs.clearHost(url));
        return { action: "reveal" };
      }
      if (frameId === 0) void noted(insist(tabId, url));
      else await needs.frameNotices.note(tabId, url, verdict, inPrivate);
      return { action: "warn", url };
    },
  };
}

/** True if the warning page stands before it: a page with a banner that was torn off is stopped too. */
function isStopped({ level, source }: Verdict): boolean {
  return level === "block" || (level === "warn" && source === "evidence");
}

function hostOf(url: string): string | null {
  const parsed = parseAddress(url);
  return parsed.ok ? parsed.address.host : null;
}

function sameAddress(a: string, b: string): boolean {
  const [first, second] = [parseAddress(a), parseAddress(b)];
  return first.ok && second.ok && first.address.url === second.address.url;
}
