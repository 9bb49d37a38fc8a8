import { parseAddress } from "../../../core/host/address.ts";
import type { RequestAnswer, WebRequest } from "../../platform/requests.ts";
import type { Overrides } from "../overrides.ts";
import type { WarningAddress } from "../tabs/warning-address.ts";
import type { Verdicts } from "../verdicts.ts";

/**
 * Firefox: what becomes of one request. Documents go to the warning page, everything else to a listed address ends.
 */
export async function answerRequest(
  { url, tabId, document, led }: WebRequest,
  needs: { verdicts: Verdicts; overrides: Overrides; warning: WarningAddress },
): Promise<RequestAnswer> {
  const { verdicts, overrides, warning } = needs;
  const verdict = await verdicts.inTab(url.replace(/^ws/, "http"), tabId);
  if (verdict?.level !== "block") return null;
  const parsed = parseAddress(url);
  const denied = verdict.source === "agency-deny";
  if (parsed.ok && led && !denied && (await overrides.join(parsed.address, verdict, tabId)))
    return null;
  return document ? { redirect: warning.of(url) } : "cancel";
}
