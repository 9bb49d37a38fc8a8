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
  goOn(looked, parts, platform).catch((error: unknown) => console.error("Tỉnh Táo", error));
}

async function goOn(looked: Promise<void>, parts: Parts, platform: Platform): Promise<void> {
  const { overrides, lists, looks, frames, flagged, checkWindow, policyTakeUp } = parts;
  const { settings, sync, awareness, reports, refreshBadge } = parts;
  await looked;
  await noted(overrides.tidy());
  await lists.enforce();
  await looks.watchNavigations();
  // Tabs once more: what rules have only stopped since the first look, nobody has told of.
  await noted(looks.all());
  await frames.tidy();
  await flagged.tidy();
  await platform.openMemory.openToContentScripts();
  await refreshBadge();
  await noted(checkWindow.offer());
  await policyTakeUp.first();
  await noted(settings.post());
  await platform.stayAwake(sync.start());
  await noted(awareness.start());
  await reports.send();
}
