import { parseAddress } from "../../core/host/address.ts";
import { DEFAULT_POLICY } from "../../core/policy/policy.ts";
import { judge, type Knowledge } from "../../core/verdict/judge.ts";
import { isCategoryOn, openKnowledge } from "../../core/verdict/knowledge.ts";
import type { RequestAnswer, WebRequest } from "../platform/requests.ts";
import type { PackagedArtifact } from "./lists/packaged-feed.ts";
import type { WarningAddress } from "./tabs/warning-address.ts";

const KINDS = new Set(["blocklist", "paths", "brands"]);

/**
 * Firefox: answers requests while the background itself can't, from the list in the package alone. Where even that can't
 * be read nothing passes: documents go to the warning page, which says that the check failed and offers another try.
 *
 * @param failed told that nothing can be judged
 */
export function createFallbackGate(needs: {
  packaged: () => Promise<PackagedArtifact[]>;
  warning: WarningAddress;
  failed: (error: unknown) => void;
}): (request: WebRequest) => Promise<RequestAnswer> {
  const { packaged, warning, failed } = needs;
  let opening: Promise<Knowledge> | null = null;

  async function open(): Promise<Knowledge> {
    const on = (await packaged()).filter(
      ({ about: { kind, category } }) => KINDS.has(kind) && isCategoryOn(category, DEFAULT_POLICY),
    );
    const files = await Promise.all(
      on.map(async ({ about, read }) => ({ ...about, bytes: await read() })),
    );
    const policy = DEFAULT_POLICY;
    const knowledge = openKnowledge(files, { feedVersion: 0, policy, overriddenUntil: () => null });
    if (knowledge.hosts.length === 0) throw new Error("the package holds no list");
    return knowledge;
  }

  return async ({ url, destination }) => {
    const stop = destination === "subresource" ? "cancel" : { redirect: warning.of(url) };
    opening ??= open();
    try {
      const knowledge = await opening;
      const parsed = parseAddress(url.replace(/^ws/, "http"));
      return parsed.ok && judge(parsed.address, knowledge).level === "block" ? stop : null;
    } catch (error) {
      opening = null;
      failed(error);
      return stop;
    }
  };
}
