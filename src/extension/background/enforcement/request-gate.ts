import { parseAddress } from "../../../core/host/address.ts";
import type { RequestAnswer, WebRequest } from "../../platform/requests.ts";
import type { Overrides } from "../overrides.ts";
import type { FrameFlood } from "../tabs/frame-flood.ts";
import type { WarningAddress } from "../tabs/warning-address.ts";
import { isTestHost, type Verdicts } from "../verdicts.ts";

/**
 * Firefox: what becomes of one request. Documents go to the warning page, everything else to a listed address ends.
 */
export async function answerRequest(
  { url, tabId, destination, led }: WebRequest,
  needs: {
    verdicts: Verdicts;
    overrides: Overrides;
    warning: WarningAddress;
    frameFlood: Pick<FrameFlood, "isFull">;
  },
): Promise<RequestAnswer> {
  const { verdicts, overrides, warning, frameFlood } = needs;
  const verdict = await verdicts.inTab(url.replace(/^ws/, "http"), tabId);
  if (verdict?.level !== "block") return null;
  const parsed = parseAddress(url.replace(/^ws/, "http"));
  // A page that could see this host stopped would know that the extension is there.
  if (destination !== "tab" && parsed.ok && isTestHost(parsed.address.host)) return null;
  const denied = verdict.source === "agency-deny";
  if (parsed.ok && led && !denied && (await overrides.join(parsed.address, verdict, tabId)))
    return null;
  if (destination === "subresource") return "cancel";
  if (destination === "frame" && (await frameFlood.isFull(tabId))) return "cancel";
  return {
    redirect: destination === "frame" ? warning.inFrame(url, verdict.source) : warning.of(url),
  };
}
