import type { MessageText } from "./message-text.ts";

/** A Vietnamese syllable without its marks: onset, vowels, coda. */
const SYLLABLE =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?(?:a[iouy]?|e[ou]?|i|ia|ieu?|iu|o|o[aeo][ioy]?|oi|u|u[aou][iuy]?|ue|u[iu]|uy[aeu]?|y|yeu?)(?:ch?|m|n|ng|nh|p|t)?$/;

/** Over the folded text. Some are the manners of houses that write to their customers, some of those who lure. */
const MANNERS = {
  notice: /^\W{0,3}(?:tb|qc)\b/,
  "service-syntax": /\bsoan\b.{1,30}\b(?:gui|den) (?:\w+ )?\d{3,5}\b/,
  "opt-out": /\btu choi\b/,
  "dial-code": /\*\d{2,4}[#*]/,
  "free-of-charge": /\(0 ?d\b/,
  courteous: /\b(?:quy khach|kinh gui|tran trong|qk)\b/,
  familiar: /\b(?:chi|em|anh|me|con|bo|ba|minh|to|nha|nhe|oi)\b/,
  delivery: /\b(?:shipper|(?:dang|duoc|da|se) giao|giao (?:hang|den|thanh cong)|buu cuc|thu ho)\b/,
  code: /\b(?:otp|ma xac (?:thuc|nhan|minh)|verification code)\b/,
  "warns-itself":
    /\b(?:canh giac|(?:tinh trang|toi pham|thu doan|doi tuong) (?:lua dao|gia mao)|phong chong lua dao)\b/,
  job: /\b(?:tuyen (?:dung|nhan vien|so luong|ctv)|nhan su|viec lam|cong viec|thu nhap|kiem tien|moi ngay)\b/,
  loan: /\b(?:ho tro vay|cho vay|vay (?:von|tien|nhanh|tin chap)|giai ngan|khoan vay|the chap)\b/,
  debt: /\b(?:bat hop tac|hop tac|giam no|doi no|tron tranh|(?:quan ly|thu hoi) no)\b/,
  company: /\b(?:gai (?:xinh|goi|dep|ngoan)|tinh (?:mot|1) dem|sex|sinh ly|tam su)\b/,
  papers:
    /\b(?:lam (?:tat ca )?(?:cac )?(?:loai )?(?:bang|giay to|gplx)|bang lai|gplx|giay to khac|cavet)\b/,
} as const;

/** True of warnings, which quote what they warn of. */
export function warnsItself({ folded }: MessageText): boolean {
  return MANNERS["warns-itself"].test(folded);
}

/** True of offers that people are robbed with, and of threats over debts. */
export function lures({ folded }: MessageText): boolean {
  return LURES.some((name) => MANNERS[name].test(folded));
}
const LURES = ["job", "loan", "debt", "company", "papers"] as const;

/** Shares from which on the next name holds. */
const STRANGE = [0.05, 0.15, 0.3, 0.5];
const CAPITALS = [0.08, 0.25, 0.5];

/** Every name that mannerOf may give. */
export const MANNER_NAMES: readonly string[] = [
  ...Object.keys(MANNERS),
  ...["0", "1", "2", "3", "4"].map((step) => `strange:${step}`),
  ...["0", "1", "2", "3"].map((step) => `capitals:${step}`),
  "marks:none",
  "marks:few",
  "marks:all",
  "marks:foreign",
  "tail",
  "tail:mixed",
];

/**
 * How a message is written, whatever it says: by whom it is made to be read, in which letters, how many of its words
 * are no Vietnamese ones, and whether it ends in the odd letters that make copies of one message differ.
 */
export function mannerOf({ given, folded, words }: MessageText): string[] {
  const found: string[] = [];
  for (const [name, pattern] of Object.entries(MANNERS)) if (pattern.test(folded)) found.push(name);

  const long = words.filter((word) => /^[a-z]{2}/.test(word));
  if (long.length > 0) {
    const strange = long.filter((word) => !SYLLABLE.test(word)).length / long.length;
    found.push(`strange:${step(strange, STRANGE)}`);
  }
  const letters = given.match(/\p{L}/gu) ?? [];
  if (letters.length > 20) {
    const capitals = (given.match(/\p{Lu}/gu) ?? []).length / letters.length;
    found.push(`capitals:${step(capitals, CAPITALS)}`);
  }
  const marks = (given.normalize("NFD").match(/[\p{M}đĐ]/gu) ?? []).length;
  const share = marks / Math.max(letters.length, 1);
  found.push(share === 0 ? "marks:none" : share < 0.2 ? "marks:few" : "marks:all");
  // Umlauts and the like, which Vietnamese does not have.
  if (/[\u0308\u030a]/.test(given.normalize("NFD"))) found.push("marks:foreign");

  const last = /(\S{1,12})\s*$/.exec(given)?.[1] ?? "";
  const tail = last.replace(/[^\p{L}\p{N}]/gu, "");
  if (!last.includes(".") && /^[a-z0-9]{2,6}$/i.test(tail) && /[a-z]/i.test(tail)) {
    if (!SYLLABLE.test(tail.toLowerCase())) found.push("tail");
    if (/[a-z].*[A-Z]/.test(tail)) found.push("tail:mixed");
  }
  return found;
}

function step(share: number, steps: readonly number[]): number {
  return steps.filter((from) => share >= from).length;
}
