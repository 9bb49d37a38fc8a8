import { parseAddress } from "../../../core/host/address.ts";
import type { Frames } from "../../platform/frames.ts";
import type { Verdicts } from "../verdicts.ts";

/** Puts the notice in place of listed frames that no rule met. The notice itself then has the tab marked. */
export interface FrameWatch {
  look(tabId: number, frameId: number, url: string): Promise<void>;
  /** Looks at every frame in a tab, for those that were open before their host was listed. */
  lookWithin(tabId: number): Promise<void>;
}

export function createFrameWatch(needs: { frames: Frames; verdicts: Verdicts }): FrameWatch {
  const { frames, verdicts } = needs;

  async function look(tabId: number, frameId: number, url: string): Promise<void> {
    if (!parseAddress(url).ok) return;
    const verdict = await verdicts.inTab(url, tabId);
    if (verdict?.level === "block") await frames.warn(tabId, frameId, url, verdict.source);
  }

  return {
    look,
    async lookWithin(tabId) {
      for (const { frameId, url } of await frames.within(tabId)) await look(tabId, frameId, url);
    },
  };
}
