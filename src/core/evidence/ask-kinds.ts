import { foldText } from "../lookalike/fold.ts";
import type { Field, PageFacts } from "./page-facts.ts";

/** What a page wants from its reader. */
export type AskKind =
  | "password"
  | "otp"
  | "card"
  | "cvv"
  | "pin"
  | "seed-phrase"
  | "id-number"
  | "id-photo"
  | "bank-account"
  | "contacts"
  | "phone"
  | "package"
  | "remote-control"
  | "transfer"
  | "deposit"
  | "call"
  | "messenger";

/** Of these, such as empty an account or take a person's identity by themselves. */
export const HARMFUL_ASKS: ReadonlySet<AskKind> = new Set<AskKind>([
  "password",
  "otp",
  "card",
  "cvv",
  "pin",
  "seed-phrase",
  "id-number",
  "id-photo",
  "package",
  "remote-control",
  "transfer",
  "deposit",
]);

/** Secrets that are typed; the rest is asked in words or by links. */
export const TYPED_SECRETS: ReadonlySet<AskKind> = new Set<AskKind>([
  "password",
  "otp",
  "card",
  "cvv",
  "pin",
  "seed-phrase",
]);

const NOT_TYPED = /^(?:hidden|submit|button|reset|image|checkbox|radio|range|color|search)$/;

// On folded words, most telling first. Vietnamese without marks, English, and names that kits give to their fields.
const FIELD_KINDS: readonly [AskKind, RegExp][] = [
  [
    "seed-phrase",
    /(?:recovery|secret|backup) phrase|seed ?phrase|(?:12|24)[ -]?(?:words?|tu (?:khoi phuc|bi mat))|mnemonic|private key|cum tu (?:khoi phuc|bi mat)|khoa rieng/,
  ],
  ["cvv", /\b(?:cvv2?|cvc2?|csc)\b|cc-csc|security code|ma (?:bao mat|so bi mat) (?:the|sau)/],
  [
    "card",
    /\b(?:so|nhap) the\b(?! (?:bhyt|bhxh|bao hiem|thanh vien|hoi vien|thu vien|doc gia|ban doc|sinh vien|hoc|can cuoc|nhan vien|can bo|tich|vip|xe|cao))|card ?-?_?(?:num|no\b)|cc-number|\bpan\b|the (?:atm|tin dung|ghi no|ngan hang)|0000 0000 0000/,
  ],
  [
    "otp",
    /\bs?otp\b|one-time|e-?token\b|authenticat|\b2fa\b|verification code|(?:ma|code) (?:xac (?:thuc|minh|nhan)|kich hoat|sms|dang nhap)|smart ?otp|ma (?:6|sau) so/,
  ],
  ["pin", /\bpin\b|mat ma (?:giao dich|the)/],
  ["password", /mat ?khau|passw|passcode|\b(?:pwd|matkhau)\b/],
  ["id-number", /cccd|can cuoc|dinh danh|cmnd|chung minh|ho chieu|passport|\bid card/],
  ["bank-account", /so tai khoan|\bstk\b|account n(?:o|um)|ten dang nhap (?:internet|ngan hang)/],
  ["contacts", /nguoi than|nguoi tham chieu|dong nghiep|danh ba/],
  ["phone", /dien thoai|\b(?:sdt|zalo|phone|mobile|tel|hotline)\b|di dong|so thue bao/],
];
const PHOTO =
  /cccd|can cuoc|mat truoc|mat sau|khuon mat|giay to|ho chieu|passport|chan dung|selfie/;

/** What a field asks for; null for the harmless. */
export function askOfField(field: Field): AskKind | null {
  if (field.disabled || NOT_TYPED.test(field.type)) return null;
  const words = foldText(`${field.label} ${field.hint}`.slice(0, 400)).replace(/\s+/g, " ");
  if (field.type === "file") return PHOTO.test(words) ? "id-photo" : null;
  for (const [kind, pattern] of FIELD_KINDS) if (pattern.test(words)) return kind;
  if (field.type === "password" || field.masked) return "password";
  return field.type === "tel" ? "phone" : null;
}

const WORD_ASKS: readonly [AskKind, RegExp][] = [
  [
    "transfer",
    /(?:so (?:tai khoan|tk)|\bstk\b)[ :.]{0,4}\d[\d .]{6,}|[a-z]{3} ?[-–:] ?\d{4}[\d .]{4,18} ?[-–] ?[a-z]{2,12} [a-z]{2}|chuyen khoan (?:truoc|vao|den|toi|qua)|quet ma (?:ben duoi|qr|de thanh toan)|(?:quet|scan) (?:viet)?qr/,
  ],
  [
    "deposit",
    /nap (?:them|tien) (?:de|vao|qua|ngay|hoan)|nap (?:toi thieu|tu|it nhat) \d|so du khong du|ung (?:truoc|von)|nap ?\/ ?rut|dat coc truoc|goi (?:uy thac|dau tu)|phi (?:bao hiem khoan vay|giai ngan|mo khoa|kich hoat|xac minh|ho so)|dong (?:phi|thue) (?:de|truoc)/,
  ],
  ["remote-control", /ultra ?viewer|any ?desk|team ?viewer|rust ?desk|supremo|dieu khien tu xa/],
  [
    "messenger",
    /(?:ket ban|nhan|lien he|tu van|gui ve|chup man hinh)[^.]{0,30}(?:zalo|telegram|messenger|viber|whatsapp)|(?:zalo|telegram)[^.]{0,20} 0\d{2}/,
  ],
  ["call", /goi (?:ngay|lai|cho)|lien he ngay|call (?:now|us|immediately)|\bhotline\b/],
];

/** What the words of a page ask for, from folded text. */
export function asksOfWords(folded: string): AskKind[] {
  return WORD_ASKS.flatMap(([kind, pattern]) => (pattern.test(folded) ? [kind] : []));
}

const ACCOUNT_OR_PHONE =
  /(?:tai khoan|\btk\b|\bstk\b|[a-z]{3} ?[-–:])[ :.]{0,4}\d{4}[\d .]{4,18}|(?:\b0|\+84 ?)\d{2,3}[ .]?\d{3}[ .]?\d{3,4}|\b1[89]00[ .]?\d{4}/;
/** Hosts whose links open a private chat. */
export const CHATS = /^(?:t\.me|telegram\.me|zalo\.me|m\.me|wa\.me)$/;

/**
 * Whether there is anything to hand over, or anybody to hand it to: a field, a package, an account, a number to call, a
 * chat. A page that only talks of such things, as articles do, asks for nothing.
 */
export function isTangible(facts: PageFacts, folded: string): boolean {
  return (
    facts.packages.length > 0 ||
    facts.fields.some((field) => askOfField(field) !== null) ||
    asksForPhrase(facts.fields) ||
    facts.linkHosts.some((host) => CHATS.test(host)) ||
    ACCOUNT_OR_PHONE.test(folded)
  );
}

/** Twelve or more short fields in a row, numbered: a wallet's recovery phrase. */
function asksForPhrase(fields: readonly Field[]): boolean {
  let run = 0;
  for (const { type, label, hint } of fields) {
    run =
      type === "text" &&
      /^\s*(?:word|tu|w)?\W*\d{1,2}\b|\b(?:w|word|tu)-?_?\d{1,2}\b/i.test(`${label.trim()} ${hint}`)
        ? run + 1
        : 0;
    if (run >= 12) return true;
  }
  return false;
}

/** All that a page asks for by fields, links and words; each kind once. */
export function asksOf(facts: PageFacts, folded: string): Set<AskKind> {
  const asks = new Set<AskKind>(asksOfWords(folded));
  for (const field of facts.fields) {
    const kind = askOfField(field);
    if (kind !== null) asks.add(kind);
  }
  if (asksForPhrase(facts.fields)) asks.add("seed-phrase");
  if (facts.packages.length > 0) asks.add("package");
  return asks;
}
