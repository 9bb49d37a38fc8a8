import {
  askOfField,
  asksOfWords,
  CHATS,
  HARMFUL_ASKS,
  hasQrCode,
  isTangible,
  TYPED_SECRETS,
} from "./ask-kinds.ts";
import { PAY_WORDS } from "./ask-words.ts";
import type { PageFacts } from "./page-facts.ts";
import { unpackScript } from "./unpack-script.ts";
import { wordsOfPage } from "./words-of-page.ts";

/** A number to call or to pay to, or a wallet's address. */
const NUMBER = /\p{Nd}{3}[\p{Nd} .-]{4}|\b(?:0x[0-9a-f]{12}|bc1[a-z0-9]{8})/iu;

/** Pages that will not let go, and what people are lured with to a chat or a call; see pressure-words.ts for all of it. */
const HOLDS = /requestFullscreen|keyboard\s*\.\s*lock/i;
const LURES =
  /viec nhe|hoa hong|nhiem vu|lay lai (?:tien|tai khoan)|thu hoi|giai ngan|vay (?:nhanh|tien|online)|trung thuong|nhan (?:qua|thuong)|loi nhuan|lenh bat|(?:nhiem|co) \d* ?virus|soi cau/;

function asksForHarm(facts: PageFacts, folded: string): boolean {
  return (
    asksOfWords(folded).some((ask) => HARMFUL_ASKS.has(ask)) ||
    (hasQrCode(facts) && PAY_WORDS.test(folded)) ||
    HOLDS.test(facts.script) ||
    LURES.test(folded)
  );
}

/**
 * Whether anything is asked at all, so that a judge need be woken: by the fields, links and words alone. A page whose
 * words only name a hotline or a phone field asks nothing by itself.
 */
export function isAsking(facts: PageFacts): boolean {
  if (facts.packages.length > 0 || facts.fields.some((field) => askOfField(field) !== null))
    return true;
  // Folding is dear; without a number to call or to pay to, or a chat, words ask for nothing (isTangible).
  const { text, drawn, linkHosts } = facts;
  if (
    hasQrCode(facts) ||
    linkHosts.some((host) => CHATS.test(host)) ||
    NUMBER.test(text) ||
    NUMBER.test(drawn)
  ) {
    const folded = wordsOfPage(facts);
    if (isTangible(facts, folded) && asksForHarm(facts, folded)) return true;
  }
  const { fields, packages } = unpackScript(facts.script);
  return (
    packages.length > 0 || fields.some((field) => TYPED_SECRETS.has(askOfField(field) ?? "phone"))
  );
}
