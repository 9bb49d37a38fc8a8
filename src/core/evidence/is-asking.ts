import type { Field, PageFacts } from "./page-facts.ts";
import { fieldsIn, packagesIn, scriptMarkup } from "./script-markup.ts";

// This runs in every page, so it is short: it lets through what ask-words.ts may find more in, and the judge decides.

const NOT_TYPED = /^(?:hidden|submit|button|reset|image|checkbox|radio|range|color|search)$/;
const SECRET =
  /mat ?(?:khau|ma)|\bmk\b|pass|pwd|\bpw\b|\bm?pin\b|otp|token|\bma\b|code|2fa|mfa|authenticator|the\b|card|\bcc-|\bpan\b|cv[vc]|csc|\bcid\b|security|\d so\b|phrase|words|mnemonic|\bkey|keystore|khoi phuc|cum tu|khoa/;
const PERSONAL =
  /cccd|can ?cuoc|dinh danh|cmnd|\bcmt\b|chung minh|ho chieu|passport|\bid\b|identity|giay to|tai ?khoan|\bs?o?tk\b|account|iban|seri|\bnap\b|dau tu|deposit|dien thoai|sdt|zalo|telegram|whatsapp|viber|phone|mobile|\btel\b|hotline|di dong|so (?:may|thue bao)|nguoi (?:than|tham)|dong nghiep|danh ba|reference|\bdt\b/;
const PAPERS =
  /mat (?:truoc|sau)|khuon mat|chan dung|selfie|face|front|back|bang lai|so do|sao ke|anh the/;
/** A letter of another script inside a word, as labels are hidden from filters. */
const MIXED = /[a-z][\u0370-\u058f]|[\u0370-\u058f][a-z]/i;

/**
 * A number to call or to pay to, or a wallet's address. In the digits that people here read: plain, wide or mathematical.
 * Not by \p{Nd} nor without regard to case: to make such an expression takes longer than to look through most pages.
 */
const NUMBER =
  /(?:[0-9０-９]|\ud835[\udfce-\udfff]){3}(?:[0-9０-９ .xX-]|\ud835[\udfce-\udfff]){4}|\b(?:0[xX][0-9a-fA-F]{12}|[bB][cC]1[a-zA-Z0-9]{8})/;
const QR = /\b(?:viet)?qr(?:[ _-]?code)?\b/i;
/** Hosts whose links open a private chat. */
const CHATS = /^(?:t|telegram|zalo|m|wa)\.me$/;
/** What the reader is to run, see ask-kinds.ts; without the flag for both cases, which costs a plain page most. */
const COMMAND =
  /(?:[wW]in(?:dows)?|⊞|[tT]erminal)\W{1,4}R?\b[\s\S]{0,240}(?:[cC]trl|CTRL|⌘)\W{1,4}[vV]\b/;
/** Pages that will not let go. */
const HOLDS = /requestFullscreen|keyboard\s*\.\s*lock/i;
/** Banks and wallets as they stand beside a number of an account. */
const BANK = "(?:[a-z]{0,20}bank|bidv|acb|mb|vib|shb|msb|ocb|vcb|tcb|momo|zalopay|timo)";
/**
 * What is asked for in words, and what people are lured with to a chat or a call. Programs for help from afar are not
 * among them: their makers name them beside long numbers, and those who misuse them say more.
 */
const WORDS = new RegExp(
  `chuyen khoan (?:truoc|vao|den|toi|qua|ve|ngay|theo|cho|so|\\d|coc)|\\bck\\b|so (?:tai khoan|tk)|\\bstk\\b|(?:tai khoan|\\btk)\\W{0,3}\\d|chu (?:tai khoan|tk)|thu huong|beneficiary|(?:quet|scan) (?:ma|viet|qr)|\\b${BANK}\\W{0,4}\\d{3}|\\d{2}\\W{0,4}(?:vi )?${BANK}\\b|\\bnap (?:tien|them|toi|tu|usdt|von|vi|\\d)|\\bbu \\d|ung (?:truoc|von|tien)|(?:dong|nop) (?:phi|thue|coc|tien)|goi (?:vip|dau tu|bac|vang)|hoan von|the cao|ultra ?viewer|(?:dieu khien|ho tro) tu xa|chia se man hinh|usdt|trc20|\\bbtc\\b|wallet|dia chi vi|viec nhe|hoa hong|nhiem vu|lay lai (?:tien|tai khoan|nick)|thu hoi|giai ngan|\\bvay\\b|trung thuong|nhan (?:qua|thuong)|loi nhuan|lenh bat|da bi khoa|truy cap (?:vao )?may|khong tat may|(?:nhiem|co) \\d* ?virus|soi cau|\\*21\\*\\d|\\d{14} gui`,
);
const TO_PAY = /thanh toan|chuyen|nop|coc|so tien|\bphi\b|ung ho|quyen gop|\bpay\b/;

/** Letters and signs of pages here, none of which is a mark or unseen. */
const USUAL = /^[\0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u2bff]*$/;

/** Vietnamese without its marks; what else foldText undoes is left to the judge. */
function unmarked(text: string): string {
  const bare = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  // To make this second expression takes as long as all else that is done with a page's words; few pages need it.
  return (USUAL.test(bare) ? bare : bare.replace(/[\p{M}\p{Cf}]/gu, ""))
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[\s_]{2,}|[^\S ]|_/g, " ");
}

/** How much a field may ask for: 2 a secret, 1 what else tells who somebody is, 0 nothing. */
export function askRank({ type, label, hint, masked, maxLength, disabled }: Field): 0 | 1 | 2 {
  if (disabled || NOT_TYPED.test(type)) return 0;
  if (type === "password" || masked || maxLength === 1) return 2;
  const called = `${label} ${hint}`;
  const words = unmarked(called.replace(/(?<=[a-z])(?=[A-Z])/g, " "));
  if (type === "file") return PERSONAL.test(words) || PAPERS.test(words) ? 1 : 0;
  if (SECRET.test(words) || MIXED.test(called)) return 2;
  return type === "tel" || PERSONAL.test(words) ? 1 : 0;
}

/** Fields in a row that are only numbered, as for a recovery phrase. */
function areNumbered(fields: readonly Field[]): boolean {
  return fields.filter(({ label, hint }) => /\b\d{1,2}\b/.test(`${label} ${hint}`)).length >= 12;
}

function wordsAsk({
  title,
  text,
  drawn,
  marks,
  linkHosts,
  assetHosts,
  script,
}: PageFacts): boolean {
  const hasCode =
    marks.some((mark) => QR.test(mark.text)) || assetHosts.some((host) => /vietqr/.test(host));
  if (COMMAND.test(text)) return true;
  // Folding is dear; without a number, a code or a chat, words lead to nobody.
  if (
    !hasCode &&
    !linkHosts.some((host) => CHATS.test(host)) &&
    !NUMBER.test(text) &&
    (drawn === "" || !NUMBER.test(drawn))
  )
    return false;
  if (HOLDS.test(script)) return true;
  const words = unmarked(`${title} ${text} ${drawn}`);
  return WORDS.test(words) || (hasCode && TO_PAY.test(words));
}

/**
 * Whether anything is asked at all, so that a judge need be woken: by the fields, links and words alone. A page whose
 * words only name a hotline asks nothing by itself.
 */
export function isAsking(facts: PageFacts): boolean {
  if (
    facts.packages.length > 0 ||
    facts.fields.some((field) => askRank(field) > 0) ||
    areNumbered(facts.fields)
  )
    return true;
  if (wordsAsk(facts)) return true;
  if (facts.script === "") return false;
  const { all } = scriptMarkup(facts.script);
  return (
    packagesIn(facts.script + all).length > 0 ||
    fieldsIn(all).some((field) => askRank({ ...field, disabled: false }) > 1)
  );
}
