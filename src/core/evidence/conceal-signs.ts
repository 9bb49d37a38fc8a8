import { type AskKind, HARMFUL_ASKS, TYPED_SECRETS } from "./ask-kinds.ts";
import { CAPS, type PageFacts } from "./page-facts.ts";
import type { Unpacked } from "./unpack-script.ts";

/** How a page hides from those who look. */
export type ConcealSign =
  | "split-words"
  | "odd-letters"
  | "turned-words"
  | "masked-text"
  | "keys-blocked"
  | "packed-form"
  | "fake-check"
  | "words-as-picture"
  | "nested-frame"
  | "closed-shadow"
  | "flooded-fields"
  | "no-way-out";

const UNSEEN_IN_WORD = /[a-zà-ỹđ][\u200b-\u200d\u2060\ufeff\u00ad\u180e]+[a-zà-ỹđ]/giu;
/** Letters of two scripts in one word, or letters from the mathematical alphabets and wide forms. */
const ODD_WORD =
  /[a-zA-ZÀ-ỹđĐ][\u0370-\u03ff\u0400-\u052f\u0530-\u058f]|[\u0370-\u03ff\u0400-\u052f\u0530-\u058f][a-zA-ZÀ-ỹđĐ]|[\u{1d400}-\u{1d7ff}\uff21-\uff5a]{2}/gu;
const KEYS =
  /oncontextmenu|onselectstart|contextmenu|keyCode\s*={2,3}\s*123|["']F12["']|devtools|\bdebugger\b/i;
const DECODES = /atob\s*\(|fromCharCode|unescape\s*\(|_0x[0-9a-f]{3,}|charCodeAt[^;]{0,40}\^/;
const WRITES_DECODED =
  /eval\s*\(|new Function\s*\(|window\[[^\]]{0,40}atob|\['?"?eval|document\.write(?:ln)?\s*\(\s*(?:atob|unescape|decodeURIComponent|String)|innerHTML\s*=\s*(?:atob|unescape|decodeURIComponent|_0x)/;
const HUMAN_CHECK =
  /khong phai (?:la )?(?:nguoi may|robot|may)|(?:ban|toi) la (?:con )?nguoi|not a robot|verify(?:ing)? (?:that )?you are human|ray id|kiem tra (?:xem )?(?:ket noi|trinh duyet|bao mat)|checking your browser|just a moment/;
/** Where collectors saw code and frames come from. */
const SOURCES = /^\/\/ from \S+/gm;
const REAL_CHECKS =
  /www\.google\.com|gstatic|recaptcha\.net|hcaptcha|challenges\.|captcha\.\w+\.|geetest/;
const TRAPS = [
  /requestFullscreen/i,
  /keyboard\s*\.\s*lock|requestPointerLock/,
  /onbeforeunload|beforeunload/,
  /onpopstate[^}]{0,80}pushState|popstate["'][^}]{0,120}pushState/,
  /while\s*\(\s*(?:true|1)\s*\)\s*(?:\{\s*)?alert|setInterval\([^)]{0,60}alert/,
];

/**
 * How this page hides from those who look.
 *
 * @param asks what it asks for
 * @param folded its text as `foldText` makes it
 */
export function concealSigns(
  facts: PageFacts,
  unpacked: Unpacked,
  asks: ReadonlySet<AskKind>,
  folded: string,
): Set<ConcealSign> {
  const { script, fields } = facts;
  const signs = new Set<ConcealSign>();
  const called = [facts.title, ...fields.map(({ label, hint }) => `${label}\n${hint}`)].join("\n");
  const shown = `${facts.text}\n${facts.drawn}`;
  const count = (pattern: RegExp, most: number) =>
    (shown.match(pattern)?.length ?? 0) >= most || called.search(pattern) >= 0;
  if (count(UNSEEN_IN_WORD, 5)) signs.add("split-words");
  if (count(ODD_WORD, 3)) signs.add("odd-letters");
  if (
    fields.some(({ masked, type }) => masked && type !== "password") ||
    /replace\(\/\.\/g,\s*["'][•●∙*]["']/.test(script)
  ) {
    signs.add("masked-text");
  }
  if (areWordsTurned(facts)) signs.add("turned-words");
  if (KEYS.test(script)) signs.add("keys-blocked");
  if (unpacked.wasHidden || isPacked(script, asks)) signs.add("packed-form");
  if (
    HUMAN_CHECK.test(folded) &&
    !REAL_CHECKS.test(`${facts.assetHosts.join(" ")} ${script.match(SOURCES)?.join(" ") ?? ""}`) &&
    [...asks].some((ask) => HARMFUL_ASKS.has(ask))
  ) {
    signs.add("fake-check");
  }
  if (isDrawn(facts)) signs.add("words-as-picture");
  if (facts.fieldsOnlyIn === "frame") signs.add("nested-frame");
  if (facts.fieldsOnlyIn === "closed-shadow") signs.add("closed-shadow");
  if ((facts.unseenBefore ?? 0) > CAPS.fields && [...asks].some((ask) => TYPED_SECRETS.has(ask)))
    signs.add("flooded-fields");
  if (TRAPS.filter((trap) => trap.test(script)).length >= 2) signs.add("no-way-out");
  return signs;
}

/** Whether words are written backwards, for a style or a character that turns them round; mail addresses are so too. */
export function areWordsTurned({ script, text }: Pick<PageFacts, "script" | "text">): boolean {
  return /bidi-override/.test(script) || /\u202e/.test(text);
}

function isPacked(script: string, asks: ReadonlySet<AskKind>): boolean {
  return (
    (asks.size > 0 && WRITES_DECODED.test(script) && DECODES.test(script)) ||
    (/_0x[0-9a-f]{3,}/.test(script) && /(?:\\x[0-9a-f]{2}){6}/i.test(script))
  );
}

/** Whether a page draws what it has to say instead of writing it. */
function isDrawn({ text, drawn, fields, script }: PageFacts): boolean {
  const written = text.replace(/\s+/g, " ").trim().length;
  return (
    (drawn.length > 60 && drawn.length * 2 > written && fields.length > 0) ||
    /fillText\s*\(\s*["'`][^"'`]{12,}/.test(script)
  );
}
