import { browser } from "wxt/browser";
import type { Verdict } from "../../core/verdict/verdict.ts";
import { sourceQuery } from "../warning-query.ts";
import { comesTrue } from "./comes-true.ts";
import { leaveDocument } from "./leave-document.ts";

export interface Frame {
  frameId: number;
  url: string;
}

/** Frames in tabs. */
export interface Frames {
  /** All frames in a tab but the top one; none if the tab is gone. */
  within(tabId: number): Promise<Frame[]>;
  /**
   * The share of its tab's view that a frame can fill, from 0 to 1: of the areas of the frame and of all frames around it,
   * the smallest counts. 0 if it is gone.
   */
  shareOfView(tabId: number, frameId: number): Promise<number>;
  /**
   * Puts the notice about an address in a frame's place, without an entry in the tab's history. False if the frame still
   * shows what it did.
   */
  warn(tabId: number, frameId: number, url: string, source: Verdict["source"]): Promise<boolean>;
}

export function browserFrames(): Frames {
  return {
    async within(tabId) {
      const all = (await browser.webNavigation.getAllFrames({ tabId })) ?? [];
      return all.flatMap(({ frameId, url }) => (frameId === 0 ? [] : { frameId, url }));
    },
    async shareOfView(tabId, frameId) {
      const all = (await browser.webNavigation.getAllFrames({ tabId })) ?? [];
      const parents = new Map(all.map((frame) => [frame.frameId, frame.parentFrameId]));
      const frameIds: number[] = [];
      for (let id = frameId; id > 0; id = parents.get(id) ?? 0) frameIds.push(id);
      try {
        const views = await browser.scripting.executeScript({
          target: { tabId, frameIds: [0, ...frameIds] },
          injectImmediately: true,
          func: () => innerWidth * innerHeight,
        });
        const areaOf = (id: number) => views.find((view) => view.frameId === id)?.result ?? 0;
        const smallest = Math.min(...frameIds.map(areaOf));
        return areaOf(0) === 0 ? 0 : Math.min(1, smallest / areaOf(0));
      } catch (error) {
        if (isGone(error)) return 0;
        throw error;
      }
    },
    async warn(tabId, frameId, url, source) {
      try {
        await leaveDocument(tabId, frameId, url, sourceQuery(source));
      } catch (error) {
        if (isGone(error)) return true;
        throw error;
      }
      return comesTrue(async () => {
        const frame = await browser.webNavigation.getFrame({ tabId, frameId }).catch(() => null);
        return frame === null || frame.url.startsWith(location.protocol);
      });
    },
  };
}

/**
 * Chromium: "No tab with id: 7", "No frame with id 5 in tab with id 7", "Frame with ID 5 was removed.", "The tab was
 * closed." Firefox: "Invalid tab ID: 7", "Invalid frame IDs: [5].".
 */
function isGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    /no (tab|frame) with id|invalid (tab|frame) id|was removed|tab was closed/i.test(error.message)
  );
}
