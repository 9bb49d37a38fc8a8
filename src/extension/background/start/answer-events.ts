import type { Platform } from "../../platform/platform.ts";
import type { WebRequest } from "../../platform/requests.ts";
import { answerRequest } from "../enforcement/request-gate.ts";
import { SYNC_ALARM } from "../lists/sync.ts";
import { OVERRIDE_ALARM } from "../overrides.ts";
import { REPORT_ALARM } from "../reports/report-queue.ts";
import { FRAME_FLOOD_ALARM } from "../tabs/frame-flood.ts";
import { AWARENESS_ALARM } from "../told/awareness.ts";
import type { Parts } from "./assemble-parts.ts";
import { COMPACT_ALARM } from "./list-take-up.ts";

/** What each event of the browser sets off in a background that has come up. */
export function answerEvents(parts: Parts, { stayAwake, tabs, pack }: Platform) {
  const { policy, policyTakeUp, overrides, verdicts, warning, lists, looks } = parts;
  const {
    frameFlood,
    frameNotices,
    enforcement,
    awareness,
    reports,
    update,
    refreshBadge,
    closeAgain,
  } = parts;
  return {
    route: parts.route,
    async noticeShown(tabId: number, page: string) {
      const url = warning.read(page);
      if (url !== null) await frameNotices.shown(tabId, url);
    },
    menuChosen: parts.checkWindow.chosen,
    answerRequest: (request: WebRequest) =>
      answerRequest(request, { verdicts, overrides, warning, frameFlood }),
    /** A request that could not be answered from what is stored. */
    async answerFailed(error: unknown) {
      parts.problems.failed("store", error);
      await refreshBadge();
    },
    async ring(name: string) {
      if (name === SYNC_ALARM) await update();
      else if (name === REPORT_ALARM) await reports.send();
      else if (name === COMPACT_ALARM) await stayAwake(enforcement.compact());
      else if (name === AWARENESS_ALARM) await awareness.announce();
      else if (name === OVERRIDE_ALARM) {
        await overrides.tidy();
        await closeAgain();
      } else if (name === FRAME_FLOOD_ALARM) await frameFlood.tidy();
      if (name === SYNC_ALARM) await refreshBadge();
    },
    async welcome() {
      await policyTakeUp.first();
      if ((await policy.current()).welcome) await tabs.openInFront(pack.url("/welcome.html"));
    },
    async policyChanged() {
      if (await policyTakeUp.take()) await update();
    },
    /** Given back, it covers what was opened without it. */
    async siteAccessChanged() {
      await refreshBadge();
      await lists.enforce();
      await looks.all();
      await refreshBadge();
    },
    async online() {
      await Promise.all([update(), reports.send(true)]);
    },
  };
}
