import { OWN_NETWORK } from "./host-facts.ts";
import type { PageFacts } from "./page-facts.ts";
import { decodeBase64 } from "./script-markup.ts";

/** Where what is typed goes. */
export type SinkSign = "telegram" | "other-site" | "bare-ip" | "form-service" | "image-address";

/** Form, sheet and database services and request catchers that anybody can open, by their own documentation. */
const FORM_SERVICES =
  /(?:^|\.)(?:formspree\.io|getform\.(?:io|com)|formsubmit\.(?:co|io)|web3forms\.com|formcarry\.com|(?:use)?basin\.(?:io|com)|staticforms\.\w+|formbold\.com|submit-form\.com|formkeep\.com|script\.google\.com|docs\.google\.com|sheetdb\.io|sheety\.co|sheet\.best|steinhq\.com|airtable\.com|jotform\.com|typeform\.com|emailjs\.com|smtpjs\.com|webhook\.site|pipedream\.net|beeceptor\.com|mockapi\.io|requestbin\.\w+|make\.com|zapier\.com|n8n\.cloud|discord(?:app)?\.com|hooks\.slack\.com|ngrok(?:-free)?\.\w+|trycloudflare\.com|firebaseio\.com|firebasedatabase\.app|supabase\.co)$/;
/** A bot's token as the Telegram Bot API writes it. */
const BOT_TOKEN = /\b\d{8,10}:[\w-]{33,}|\/bot[^/\s]{0,60}\/send(?:Message|Photo|Document)/i;
const MOST_ADDRESSES = 30;
const ADDRESS = /(?:https?|wss?):\/\/[^\s"'`<>\\)]{4,300}/gi;
const SENDS =
  /(?:fetch|sendBeacon|XMLHttpRequest|WebSocket|\.open|axios|\$\.(?:post|ajax)|new Image|\.action)\b/;
const SHORT_BASE64 = /["'`]([A-Za-z0-9+/]{16,400}={0,2})["'`]/g;

function hostOf(address: string): string {
  return (
    /^(?:https?|wss?):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(address)?.[1]?.toLowerCase() ??
    ""
  );
}

/**
 * Where the page sends what is typed, as far as forms and inline scripts tell.
 *
 * @param isOwn true for hosts of the same site, and of organisations that are known
 */
export function sinkSigns(
  facts: PageFacts,
  isOwn: (host: string) => boolean,
): Map<SinkSign, string> {
  const signs = new Map<SinkSign, string>();
  const note = (address: string, isTarget: boolean) => {
    const host = hostOf(address);
    if (host === "") return;
    if (/api\.telegram\.org/.test(host)) signs.set("telegram", host);
    else if (FORM_SERVICES.test(host)) signs.set("form-service", host);
    else if (/^\[|^\d+(?:\.\d+){3}$/.test(host)) {
      // A hotel's or an airport's gate stands in the same network as the guest.
      if (!isOwn(host) && !OWN_NETWORK.test(host)) signs.set("bare-ip", host);
    } else if (isTarget && !isOwn(host)) signs.set("other-site", host);
  };
  for (const { action } of facts.forms) note(action, true);
  const script = joinedStrings(facts.script);
  if (SENDS.test(script)) {
    const addresses = new Set<string>();
    for (const [address] of script.matchAll(ADDRESS)) {
      if (addresses.size < MOST_ADDRESSES) addresses.add(address);
    }
    for (const address of addresses) note(address, isSentTo(address, script));
    for (const [, blob = ""] of script.matchAll(SHORT_BASE64)) {
      const address = decodeBase64(blob);
      // An address has no reason to be packed but one.
      if (/^https?:\/\//.test(address)) note(address, true);
    }
    if (BOT_TOKEN.test(script)) signs.set("telegram", "api.telegram.org");
    if (/new Image\(?[^;]{0,20}\.src\s*=/.test(script) && /\.value/.test(script)) {
      signs.set("image-address", "");
    }
  }
  return signs;
}

/** "api.tele" + "gram.org" as it will be once it runs. */
function joinedStrings(script: string): string {
  return script.replace(/(["'`])\s*\+\s*(["'`])/g, (both, left, right) =>
    left === right ? "" : both,
  );
}

/** Whether the address is named where scripts send, or by a name that is used there. */
function isSentTo(address: string, script: string): boolean {
  const literal = address.slice(0, 40).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (
    new RegExp(
      `(?:fetch|sendBeacon|WebSocket|open|post|ajax|action|src|url)[^;]{0,80}${literal}`,
      "i",
    ).test(script)
  )
    return true;
  const name = new RegExp(`([\\w$]+)\\s*=\\s*["'\`]${literal}`).exec(script)?.[1];
  return (
    name !== undefined &&
    new RegExp(
      `(?:fetch|sendBeacon|WebSocket|open|post|ajax|action)[^;]{0,40}\\b${name.replaceAll("$", "\\$")}\\b`,
    ).test(script)
  );
}
