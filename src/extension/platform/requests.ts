import { type Browser, browser } from "wxt/browser";

export interface WebRequest {
  url: string;
  tabId: number;
  /** What the request is for: a tab, a frame, or something within a page. */
  destination: "tab" | "frame" | "subresource";
  /** True if a page asks for it, not the person by typing or a bookmark. */
  led: boolean;
}

/** null lets the request through. */
export type RequestAnswer = { redirect: string } | "cancel" | null;

const DESTINATIONS: Readonly<Record<string, WebRequest["destination"]>> = {
  main_frame: "tab",
  sub_frame: "frame",
};

/**
 * Firefox: holds every request until it is answered, the first ones of a starting browser included. Must be called
 * while the background's script first runs.
 */
export function holdRequests(answer: (request: WebRequest) => Promise<RequestAnswer>): void {
  const listener = async (details: Browser.webRequest.OnBeforeRequestDetails) => {
    const { url, tabId, type, originUrl } = details as typeof details & { originUrl?: string };
    const destination = DESTINATIONS[type] ?? "subresource";
    const led = /^https?:/.test(originUrl ?? "");
    const decision = await answer({ url, tabId, destination, led });
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
