import type { PageFacts } from "../../../core/evidence/page-facts.ts";
import { parseAddress } from "../../../core/host/address.ts";
import { registrableDomain } from "../../../core/host/domain.ts";
import type { Verdict } from "../../../core/verdict/verdict.ts";
import { createBannerText } from "../../../ui/banner-text.ts";
import type { Language } from "../../../ui/language-of.ts";
import type { Answers, Request } from "../../messages.ts";
import { pageFactsSchema } from "../../page-facts-schema.ts";
import type { Frames } from "../../platform/frames.ts";
import type { Guards } from "../../platform/guards.ts";
import type { Sender } from "../../platform/messages.ts";
import type { Tabs } from "../../platform/tabs.ts";
import { bannerFor, isScareware } from "../evidence/banner-words.ts";
import type { FlaggedPages } from "../evidence/flagged-pages.ts";
import { joinFacts } from "../evidence/join-facts.ts";
import type { PageEvidence } from "../evidence/page-evidence.ts";
import { type Overrides, opens } from "../overrides.ts";
import type { BlockedFrames } from "../tabs/blocked-frames.ts";
import { originOf, sameOrigin } from "../tabs/origin.ts";
import { sendToWarning } from "../tabs/send-to-warning.ts";
import type { TabBadges } from "../tabs/tab-badges.ts";
import type { WarningAddress } from "../tabs/warning-address.ts";
import type { Verdicts } from "../verdicts.ts";

/** From this share of the view on, a frame is what people take for the page. */
const MOST_OF_VIEW = 0.6;

/** Whose time judgements cost: a page with its own frames, and frames of others in it, which must not use it up. */
const clientOf = (tabId: number) => `tab ${tabId}`;

/** What guards tell of their pages, and what is done about it. */
export interface PageReports {
  /** Facts of a page or of a frame in it. */
  take(facts: PageFacts, sender: Sender): Promise<Answers["page-facts"] | undefined>;
  /** Judges flagged pages anew, as when an override that had let them be has ended. */
  again(): Promise<void>;
  banner(
    event: Extract<Request, { type: "banner" }>["event"],
    sender: Sender,
  ): Promise<Answers["banner"] | undefined>;
}

export function createPageReports(needs: {
  tabs: Tabs;
  frames: Pick<Frames, "shareOfView" | "warn">;
  blockedFrames: Pick<BlockedFrames, "add">;
  guards: Guards;
  verdicts: Verdicts;
  overrides: Overrides;
  evidence: PageEvidence;
  flagged: FlaggedPages;
  badges: TabBadges;
  /** How the person wants to read. */
  look(): Promise<{ language: Language; large: boolean }>;
  warning: WarningAddress;
}): PageReports {
  const { tabs, frames, blockedFrames, guards, verdicts, overrides } = needs;
  const { evidence, flagged, badges, look } = needs;

  /** True if evidence may speak: where lists, agency or an override have spoken, or an official site is open, it may not. */
  async function isOpenQuestion(url: string, tabId: number): Promise<boolean> {
    const known = await verdicts.inTab(url, tabId);
    if (known?.source !== "unknown") return false;
    const parsed = parseAddress(url);
    if (!parsed.ok) return false;
    const live = await overrides.of(tabId);
    return !live.some(({ entry }) => opens(entry, parsed.address, known));
  }

  /** What a frame shows, judged with the page around it, and by itself. */
  async function judgeFrame(facts: PageFacts, frame: string, page: string, tabId: number) {
    const own = parseAddress(frame).ok;
    // A bank's, a payment provider's or a login provider's own frame gets what it may have.
    if (own && (await evidence.trusts(frame))) return null;
    const client = clientOf(tabId);
    const together = await evidence.judge(await joined(facts, tabId), page, { client });
    if (together !== null || !own) return together;
    // By itself it can't take the page around it away.
    const alone = await evidence.judge(facts, frame, { client });
    return alone && { ...alone, level: "warn" as const };
  }

  async function joined(facts: PageFacts, tabId: number): Promise<PageFacts> {
    const top = pageFactsSchema.safeParse(await guards.collect(tabId));
    return top.success ? joinFacts(top.data, facts) : facts;
  }

  /**
   * Whether a frame holds what others than the page's owner put there, and leaves most of the page to be seen: it then
   * speaks for itself alone, and an evil advertisement or mail can't take the honest page around it away.
   */
  async function standsAlone({ url, origin, tabUrl }: Sender, tabId: number, frameId: number) {
    if (frameId === 0 || tabUrl === null || !parseAddress(tabUrl).ok) return false;
    const site = siteOf(origin ?? url);
    if (site !== null && site === siteOf(tabUrl)) return false;
    return (await frames.shareOfView(tabId, frameId)) < MOST_OF_VIEW;
  }

  /** Judges a frame that stands alone, with the words of the page around it and without. */
  async function takeFrame(facts: PageFacts, sender: Sender, tabId: number, frameId: number) {
    const page = sender.tabUrl ?? "";
    const own = parseAddress(sender.url).ok;
    const url = own ? sender.url : page;
    // What the person or the agency has opened is left alone; an official page does not vouch for a frame of others.
    const around = (await verdicts.inTab(page, tabId))?.source;
    if (around !== "official" && !(await isOpenQuestion(page, tabId))) return;
    if (own && ((await evidence.trusts(url)) || !(await isOpenQuestion(url, tabId)))) return;
    const client = `${clientOf(tabId)} frames`;
    const alone = await evidence.judge(facts, url, { client, isForeign: !own });
    // What an official page says of itself does not make a stranger's frame in it pretend to be that organisation.
    const isDone = around === "official" || alone?.level === "block";
    const together = isDone
      ? null
      : await evidence.judge(await joined(facts, tabId), page, { client, isForeign: !own });
    const verdict = together ?? alone;
    if (verdict === null) return;
    await badges.mark(tabId, "warned");
    if (verdict.level === "block" && (await replaceFrame(tabId, frameId, url))) return;
    const { language, large } = await look();
    const origin = originOf(url) ?? "";
    const banner = bannerFor(createBannerText(language), verdict, { origin, ofFrame: true, large });
    await guards.warn(tabId, banner, frameId);
  }

  /** @returns false if the frame will not go */
  async function replaceFrame(tabId: number, frameId: number, url: string): Promise<boolean> {
    await blockedFrames.add(tabId, url);
    return frames.warn(tabId, frameId, url, "evidence");
  }

  async function act(tabId: number, url: string, verdict: Verdict): Promise<void> {
    if (verdict.level === "block") {
      await flagged.note(tabId, url, verdict);
      // A page may keep people from leaving it, as by "Leave site?": whoever stays is told there, and what he types is held.
      if (!(await handOver(tabId, url))) await tell(tabId, url, verdict);
      return;
    }
    const quiet = await flagged.isDismissed(tabId, url);
    await flagged.note(tabId, url, verdict);
    await badges.mark(tabId, "warned");
    if (isScareware(verdict) && !quiet) await tabs.mute(tabId);
    // Where people can't be told in the page, they are told in its place.
    if (!(await tell(tabId, url, verdict, quiet)) && !quiet) await handOver(tabId, url);
  }

  /** Tells people in the page. False if that can't be done. */
  async function tell(tabId: number, url: string, verdict: Verdict, quiet = false) {
    const { language, large } = await look();
    const { origin } = new URL(url);
    const t = createBannerText(language);
    return guards.warn(tabId, bannerFor(t, verdict, { origin, ofFrame: false, quiet, large }));
  }

  /** Puts the warning page in the place of a page, if the tab still shows that site. False if it shows it even then. */
  async function handOver(tabId: number, url: string): Promise<boolean> {
    if (await guards.leave(tabId, url)) return true;
    await sendToWarning(tabId, url, needs);
    return !sameOrigin((await tabs.get(tabId))?.url ?? "", url);
  }

  return {
    async take(facts, sender) {
      const { tabId, frameId, tabUrl } = sender;
      if (tabId === null || frameId === null) return undefined;
      if (await standsAlone(sender, tabId, frameId)) {
        await takeFrame(facts, sender, tabId, frameId);
        return { ok: true };
      }
      const here = addressOf(sender);
      const page = frameId === 0 || tabUrl === null ? here : withAddress(tabUrl, here);
      if (await isOpenQuestion(page, tabId)) {
        const verdict =
          frameId === 0
            ? await evidence.judge(facts, page, { client: clientOf(tabId) })
            : await judgeFrame(facts, sender.url, page, tabId);
        if (verdict !== null) await act(tabId, page, verdict);
      }
      return { ok: true };
    },

    async again() {
      for (const tabId of await flagged.tabs()) {
        const page = (await tabs.get(tabId))?.url;
        if (page === undefined || !(await isOpenQuestion(page, tabId))) continue;
        const shown = pageFactsSchema.safeParse(await guards.collect(tabId));
        const verdict = shown.success
          ? await evidence.judge(shown.data, page, { client: clientOf(tabId) })
          : null;
        // What only a frame of it shows has been noted with the page.
        const known = verdict ?? (await flagged.of(tabId, page));
        if (known !== null) await act(tabId, page, known);
      }
    },

    async banner(event, sender) {
      const { tabId, frameId, url, origin } = sender;
      if (tabId === null || frameId === null) return undefined;
      if (frameId !== 0) {
        // All that a frame can bring about is its own end.
        const shown = parseAddress(url).ok ? url : sender.tabUrl;
        if (event !== "dismissed" && shown !== null) await replaceFrame(tabId, frameId, shown);
        return { ok: true };
      }
      const last = await flagged.last(tabId);
      // Only on a page that we have warned of: no other may close tabs or bring up the warning page.
      // A page that a policy of its own sandboxes has no origin but "null".
      const from = origin === "null" ? originOf(url) : (origin ?? originOf(url));
      if (last === null || originOf(last.url) !== from) return undefined;
      if (event === "dismissed") await flagged.dismiss(tabId);
      else if (event === "removed") await handOver(tabId, last.url);
      else if (event === "leave") await tabs.leave([tabId]);
      else {
        const site = siteOf(last.url);
        const same = (await tabs.all()).filter((tab) => site !== null && siteOf(tab.url) === site);
        await tabs.leave(same.map(({ id }) => id));
      }
      return { ok: true };
    },
  };
}

/** A document without an address of its own (about:blank, srcdoc, blob:) belongs to who made it. */
function addressOf({ url, origin }: Sender): string {
  return withAddress(url, origin ?? "");
}

function withAddress(url: string, otherwise: string): string {
  return parseAddress(url).ok ? url : otherwise;
}

/** The registrable domain, or the host where there is none; null for what is no page of the web. */
function siteOf(url: string): string | null {
  const parsed = parseAddress(url);
  if (!parsed.ok) return null;
  const { host, kind } = parsed.address;
  return (kind === "domain" ? registrableDomain(host) : null) ?? host;
}
