import type { Verdict } from "../../../core/verdict/verdict.ts";
import type { Tabs } from "../../platform/tabs.ts";
import type { Verdicts } from "../verdicts.ts";
import type { BlockHistory } from "./block-history.ts";
import type { BlockedFrames } from "./blocked-frames.ts";
import type { FrameFlood } from "./frame-flood.ts";
import type { TabBadges } from "./tab-badges.ts";

/**
 * What is made of frames that are blocked. Notices do not tell of themselves: every message of a page of the extension
 * costs all its other pages something, and a page may have hundreds of frames.
 */
export interface FrameNotices {
  /** The browser has put a notice about an address in a frame's place. */
  shown(tabId: number, url: string): Promise<void>;
  /** A frame was found that a notice is about to take the place of. */
  note(tabId: number, url: string, verdict: Verdict, inPrivate: boolean): Promise<void>;
}

export function createFrameNotices(needs: {
  tabs: Pick<Tabs, "get">;
  verdicts: Pick<Verdicts, "onAddress">;
  frames: Pick<BlockedFrames, "add" | "has">;
  flood: FrameFlood;
  badges: Pick<TabBadges, "mark">;
  history: BlockHistory;
}): FrameNotices {
  const { tabs, verdicts, frames, flood, badges, history } = needs;

  async function note(tabId: number, url: string, verdict: Verdict, inPrivate: boolean) {
    void history.note(url, verdict, { frame: true, inPrivate });
    // A frame that an agency denies says nothing against the page around it; its own notice is enough.
    if (verdict.source === "agency-deny") return;
    await Promise.all([frames.add(tabId, url), badges.mark(tabId, "warned")]);
  }

  return {
    async shown(tabId, url) {
      if (await flood.isFull(tabId)) return;
      await flood.note(tabId);
      if (await frames.has(tabId, url)) return;
      const answer = await verdicts.onAddress(url);
      const tab = await tabs.get(tabId);
      // A page may have opened the notice by itself.
      if (!answer.ok || answer.verdict.level !== "block" || tab === null) return;
      await note(tabId, url, answer.verdict, tab.inPrivate === true);
    },
    note,
  };
}
