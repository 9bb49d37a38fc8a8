import { type Browser, browser } from "wxt/browser";

export interface WebRequest {
  url: string;
  tabId: number;
  /** True for what fills a tab or a frame. */
  document: boolean;
  /** True if a page asks for it, not the person by typing or a bookmark. */
  led: boolean;
}

/** null lets the request through. */
export type RequestAnswer = { redirect: string } | "cancel" | null;

/**
 * Firefox: holds every request until it is answered, the first ones of a starting browser included. Must be called
 * while the background's script first runs.
 */
export function holdRequests(answer: (request: WebRequest) => Promise<RequestAnswer>): void {
  const listener = async (details: Browser.webRequest.OnBeforeRequestDetails) => {
    const { url, tabId, type, originUrl } = details as typeof details & { originUrl?: string };
    const document = type === "main_frame" || type === "sub_frame";
    const decision = await answer({ url, tabId, document, led: /^https?:/.test(originUrl ?? "") });
    if (decision === null) return {};
    return decision === "cancel" ? { cancel: true } : { redirectUrl: decision.redirect };
  };
  browser.webRequest.onBeforeRequest.addListener(
    // Firefox takes a promise here, which Chromium's types do not know.
    listener as unknown as (details: Browser.webRequest.OnBeforeRequestDetails) => undefined,
    { urls: ["http://*/*", "https://*/*", "ws://*/*", "wss://*/*"] },
    ["blocking"],
  );
}
