import type { Platform } from "../../platform/platform.ts";
import { noted } from "../noted.ts";
import type { Parts } from "./assemble-parts.ts";

/**
 * What a background does when it starts, in this order.
 *
 * @returns once questions can be answered; the rest goes on
 */
export async function comeUp(parts: Parts, platform: Platform): Promise<void> {
  await parts.installFromPackage();
  // Before anything else: the tab that may be loading a listed page at this moment.
  const looked = noted(parts.looks.tabs());
  void goOn(looked, parts, platform);
}

/** Whatever fails of it keeps nothing that comes after it from being done: lists must be asked for in any case. */
async function goOn(looked: Promise<void>, parts: Parts, platform: Platform): Promise<void> {
  const { overrides, lists, looks, frames, frameFlood, flagged, checkWindow, policyTakeUp } = parts;
  const { settings, sync, awareness, reports, refreshBadge } = parts;
  await looked;
  for (const step of [
    platform.closeStorage,
    overrides.tidy,
    lists.enforce,
    looks.watchNavigations,
    // Tabs once more: what rules have only stopped since the first look, nobody has told of.
    looks.all,
    frames.tidy,
    frameFlood.tidy,
    flagged.tidy,
    refreshBadge,
    checkWindow.offer,
    policyTakeUp.first,
    settings.post,
    () => platform.stayAwake(sync.start()),
    awareness.start,
    reports.send,
    platform.deleteFormerMemory,
  ]) {
    await noted(step());
  }
}
