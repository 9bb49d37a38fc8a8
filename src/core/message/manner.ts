import type { MessageText } from "./message-text.ts";
import { isSyllable } from "./syllable.ts";

/** Over the folded text. Some are the manners of houses that write to their customers, some of those who lure. */
const MANNERS = {
  notice: /^\W{0,3}(?:tb|qc)\b/,
  "service-syntax": /\bsoan\b.{1,30}\b(?:gui|den) (?:\w{1,20} )?\d{3,5}\b/,
  "opt-out": /\btu choi\b/,
  "dial-code": /\*\d{2,4}[#*]/,
  "free-of-charge": /\(0 ?d\b/,
  /** Begins with a name as its sender, "(ACB)", "TPBank:". */
  signed: /^\W{0,3}[[(][a-z][a-z ]{1,24}[\])]|^\W{0,3}[a-z][a-z ]{1,24} ?:(?!\/)/,
  courteous: /\b(?:quy khach|kinh gui|tran trong|qk)\b/,
  familiar: /\b(?:chi|em|anh|me|con|bo|ba|minh|to|nha|nhe|oi)\b/,
  delivery: /\b(?:shipper|(?:dang|duoc|da|se) giao|giao (?:hang|den|thanh cong)|buu cuc|thu ho)\b/,
  code: /\b(?:otp|code:? (?:is:? )?\d|\d{4,8} is your|ma (?:xac (?:thuc|nhan|minh)|bao mat)|(?:verification|confirmation|security|login) (?:code|number))\b/,
  balance:
    /\b(?:so du|sd)\b.{0,30}\d{1,3}(?:[.,]\d{3}){1,5} ?(?:vnd|d\b|dong)|\bthe \w{1,20} [\d.x*]{4,24}.{0,80}\bso tien\b|\b(?:tk|gd|the)\b.{0,30}[-+] ?\d{1,3}(?:[.,]\d{3}){1,5} ?(?:vnd|d\b)/,
  hotline:
    /\b(?:lh|cskh|lien he|chi tiet|hotline|tong dai|goi)\b(?: \w{1,20}){0,3}\W{0,3}(?:1[89]\d{2,8}|19\d|1\d{2}|[2-9]\d{2})\b/,
  plan: /\b(?:goi cuoc|gia han|noi mang|ngoai mang|luu luong|data|[\d.,]{1,12} ?[gm]b|thue bao|nap the)\b/,
  public:
    /\b(?:khuyen cao|huong ung|toan dan|tuyen truyen|phong chong|phong, chong|nguoi dan|chung tay|bo (?:tt&tt|thong tin|y te|cong an|cong thuong)|ubnd|mttq|mat tran)\b/,
  school:
    /\b(?:phhs|phu huynh|hoc sinh|hs|thpt|thcs|mam non|dai hoc|dh|sinh vien|sv|tuyen sinh|xet tuyen|thi sinh|hoc phi|nhap hoc|hoc ky)\b/,
  "never-share":
    /\b(?:khong|tuyet doi|do not|never)\b.{0,20}\b(?:chia se|cung cap|tiet lo|share)\b/,
  done: /\b(?:thanh cong|da (?:duoc )?(?:dang ky|gia han|huy|thanh toan|nhan duoc|giao|nap)|cam on)\b/,
  "warns-itself":
    /\b(?:canh giac|(?:tinh trang|toi pham|thu doan|doi tuong) (?:lua dao|gia mao)|phong chong lua dao)\b/,
  job: /\b(?:tuyen (?:dung|nhan vien|so luong|gap|ctv|cong tac vien)|viec lam (?:online|them|tai nha)|lam (?:viec )?tai nha|ban thoi gian|nhan vien (?:lam viec|binh luan|ban thoi gian)|(?:cong viec|cv) (?:don gian|online|nhe|on dinh|nay)|thu nhap (?:tu|trong|moi|them|hang|on dinh)|kiem (?:them |duoc )?(?:tien|thu nhap|\d)|(?:tra|luong|tien) (?:luong )?(?:theo |tra )?(?:hang )?ngay)\b/,
  loan: /\b(?:ho tro vay|cho vay|vay (?:von|tien|nhanh|tin chap)|giai ngan|khoan vay|the chap)\b/,
  debt: /\b(?:bat hop tac|hop tac|giam no|doi no|tron tranh|(?:quan ly|thu hoi) no|khoi kien|(?:cong khai|gui|dang) (?:toan bo )?hinh anh)\b/,
  company:
    /\b(?:g(?:ai|@!) (?:xinh|goi|dep|ngoan)|tinh (?:mot|1|m0t) dem|sex|sinh ly|tam su|phuc ?vu tan|em (?:vua )?(?:tron )?\d\dt?\b|tan noi (?:phuc|lam|lm))\b/,
  papers:
    /\b(?:lam (?:tat ca )?(?:cac )?(?:loai )?(?:bang|giay to|gplx)|bang lai|gplx|giay to khac|cavet)\b/,
  won: /\b(?:(?:da|duoc) (?:may man )?(?:trung(?! tuyen)|nhan duoc giai)|trung (?:thuong|giai)|(?:khach hang|nguoi dung|thue bao) may man|nhan (?:giai|thuong)|(?:lanh|trao) thuong|giai (?:nhat|dac biet)|10 phut vang|du d\W?ieu k\W?ien nhan)\b/,
  bonus:
    /\b(?:tang|nhan|thuong|nap|von|free|taq|khuyen mai|km)\b.{0,16}\b(?:[1-9]\d{0,2}[.,'])?\d{0,2}(?:[5-9]8|68|88|99)[\d.,']{0,20}k?\b/,
  "pay-out":
    /\b(?:rut|nap)\b.{0,12}\b(?:nhanh|lien|ngay|sieu toc|cuc nhanh|\d{1,15} ?(?:s|p|phut|giay))\b/,
  invest:
    /\b(?:chung khoan|(?:ma|mua|dau tu) co phieu|co phieu (?:tiem nang|sap|tang|khuyen)|forex|tien (?:ao|so|dien tu)|bitcoin|san giao dich|sinh loi|khoa hoc mien phi)\b/,
  salary:
    /\b\d[\d.,]{0,20}\s?(?:k|tr|trieu|d|dong)?\s?(?:-|~|den|toi)\s?\d[\d.,]{0,20}\s?(?:k|tr|trieu|dong)\b.{0,20}\b(?:ngay|thang|phut|gio)\b|\d ?k ?\/ ?ngay/,
  "by-silence":
    /\bkhong (?:phan hoi|yeu cau huy|huy|tu choi)\b.{0,80}\b(?:mac dinh|tu dong|dong (?:y|thuan))\b/,
  emergency:
    /\b(?:cap cuu|vien phi|tai nan|hai quan|mo gap|mat dien thoai|bi bat)\b.{0,120}\b(?:chuyen|dong|nop|gui)\b.{0,40}\b(?:tai khoan|stk|\d{1,15} ?(?:tr|trieu|k))\b/,
  "fee-first":
    /\b(?:dong|chuyen|nop|coc)\b.{0,24}\b(?:phi|ship|coc|truoc)\b.{0,70}\b(?:nhan|giai ngan|rut)\b/,
  "other-device":
    /\b(?:dang nhap|tieu dung|giao dich)\b.{0,20}\b(?:khac|bat thuong|nuoc ngoai|thiet bi)\b|\bneu khong phai (?:la )?(?:ban|quy khach|do ban)\b/,
  "pay-or-cancel": /\b(?:thu phi|tru tien|tru phi)\b.{0,80}\bhuy\b/,
  undelivered: /\b(?:khong the giao|giao (?:hang )?(?:khong thanh cong|that bai)|dia chi khong)\b/,
  "points-lapse": /\bdiem (?:thuong|tich luy)\b.{0,40}\bhet han\b/,
} as const;

export type Manner = keyof typeof MANNERS;

/** Offers that people are robbed with, and threats over debts. */
export const LURES: readonly Manner[] = [
  "job",
  "loan",
  "debt",
  "company",
  "papers",
  "won",
  "invest",
  "by-silence",
  "emergency",
  "fee-first",
];

/** The hooks of alarms and bonuses. */
export const ALARMS: readonly Manner[] = [
  "bonus",
  "pay-out",
  "salary",
  "other-device",
  "pay-or-cancel",
  "undelivered",
  "points-lapse",
];

/** What pulls a reader on. */
export const PULLS: readonly Manner[] = [...LURES, ...ALARMS];

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
  const plain = words.join(" ");
  for (const [name, pattern] of Object.entries(MANNERS)) {
    if (pattern.test(folded) || pattern.test(plain)) found.push(name);
  }

  const long = words.filter((word) => /^[a-z]{2}/.test(word));
  if (long.length > 0) {
    const strange = long.filter((word) => !isSyllable(word)).length / long.length;
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
    if (!isSyllable(tail.toLowerCase())) found.push("tail");
    if (/[a-z]\d*[A-Z]/.test(tail)) found.push("tail:mixed");
  }
  return found;
}

function step(share: number, steps: readonly number[]): number {
  return steps.filter((from) => share >= from).length;
}
