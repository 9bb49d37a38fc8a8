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
/** Words beside an address, or beside the name that a script gives it, where something is sent there. */
const SENDS_TO = /fetch|sendbeacon|websocket|open|post|ajax|action|src|url/i;
/** The name that a text gets, in a script with single blanks. */
const NAME_OF_TEXT = /(?<![\w$])([\w$]{1,200}) ?= ?["'`]$/;
const SENDS_TO_NAME = /fetch|sendBeacon|WebSocket|open|post|ajax|action/;
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
    const isSent = createSentTo(script);
    for (const address of addresses) note(address, isSent(address));
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

/** Tells whether an address is named where scripts send, or by a name that is used there. */
function createSentTo(script: string): (address: string) => boolean {
  const lower = script.toLowerCase();
  const packed = script.replace(/\s+/g, " ");
  /** Answers for names, so that many addresses of one name cost no more than one. */
  const names = new Map<string, boolean>();
  return (address) => {
    const beginning = address.slice(0, 40);
    for (const at of placesOf(beginning.toLowerCase(), lower)) {
      if (SENDS_TO.test(statementBefore(lower, at, 80))) return true;
    }
    for (const at of placesOf(beginning, packed)) {
      const name = NAME_OF_TEXT.exec(packed.slice(Math.max(0, at - 205), at))?.[1];
      if (name === undefined) continue;
      const isSent = names.get(name) ?? isNameSentTo(name, script);
      names.set(name, isSent);
      return isSent;
    }
    return false;
  };
}

function isNameSentTo(name: string, script: string): boolean {
  const isOfWord = (sign: string | undefined) => sign !== undefined && /\w/.test(sign);
  for (const at of placesOf(name, script)) {
    if (isOfWord(script[at - 1]) || isOfWord(script[at + name.length])) continue;
    if (SENDS_TO_NAME.test(statementBefore(script, at, 40))) return true;
  }
  return false;
}

/** What stands before a place in the same statement, up to `most` characters and the word before them. */
function statementBefore(script: string, at: number, most: number): string {
  const before = script.slice(Math.max(0, at - most - 10), at);
  return before.slice(before.lastIndexOf(";") + 1);
}

function* placesOf(text: string, script: string): Generator<number> {
  for (let at = script.indexOf(text); at >= 0; at = script.indexOf(text, at + text.length))
    yield at;
}
