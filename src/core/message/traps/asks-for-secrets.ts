import type { TrapShape } from "./trap.ts";

/** "Đừng đọc mã cho ai", "never share your code". */
const FORBIDS =
  /\b(?:khong|(?<!\b(?:tin|ung|su|ap|noi) )dung|tuyet doi|chua bao gio|never|not|don)\b.{0,24}\b(?:doc|cung cap|gui|chia se|dua|tiet lo|share|tell|give|send)\b.{0,40}\b(?:ma|otp|the|code|pin|ai|anyone|nguoi khac)\b/;
/** Codes that are shown at the door or the till. */
const OTHER_CODE =
  /\bma so (?:hoc|sinh|nhan|khach|ho|thue)|\bma (?:don|van don|nhan hang|giao hang|buu kien|kien|voucher|giam|uu dai|du thuong|khach|ho so|lop|hoc sinh|sinh vien|so thue|hang|dat (?:cho|ve|phong|ban)|ve (?:xe|tau|may bay)|phong|cua|wifi|vach|san pham)\b|\bnhan hang\b/;

const NOT_THE_CODE = new RegExp(`${FORBIDS.source}|${OTHER_CODE.source}`);

const TELL = "(?:doc|gui|nhan(?: tin)?|chup|dua|noi|bao|chuyen|forward|cho)";
const WHOM =
  "(?:em|anh|chi|minh|toi|to|tao|chau|con|co|chu|shop|ben em|ben minh|nhan vien|ho tro|ky thuat)";
const CODE =
  "(?:ma(?: so| otp| code| kich hoat| xac (?:nhan|minh|thuc))?|otp|code|day so|(?:\\d|bon|nam|sau|may) (?:chu )?so)";
/** "Đọc lại cho em", and not what else one may be told. */
const TELL_ME = `(?:doc|gui|nhan(?: tin)?|chup|dua|noi|bao|forward) (?:(?:lai|giup|cho|qua|dum|ho|ngay|lien|voi) ){0,4}${WHOM}\\b(?! (?:dia chi|so|hinh|anh|ten|thong tin|file|don|biet))`;
/** Not what a house says of itself: "ngân hàng sẽ gửi mã đến máy". */
const ASKED = "(?<!\\b(?:se|da|vua|duoc|dang|thong|hang|dong|no|dai) )\\b";
const TO = `(?:lai|giup|cho|qua|dum|ho|ngay|${WHOM})`;
const ARRIVES =
  "(?:(?:gui|nhan|bao|nhay|hien|no|chuyen|toi|ve|den|vo|vao|trong|tren) ){1,2}(?:may|dien thoai|so|sim|tin nhan|zalo|mess|messenger|mail|email|hop thu)";

/** What came to the reader's phone is to be told: with it his account is gone. */
export const TELL_CODE: readonly TrapShape[] = [
  {
    all: [
      new RegExp(
        `${ASKED}(?:(?:doc|chup|cung cap) |${TELL} ${TO} )(?:\\w{1,20} ){0,4}${CODE}\\b.{0,40}\\b${ARRIVES}\\b|\\b${TELL} (?:${TO} ){1,4}(?:cai |day |dong )?${CODE}\\b.{0,16}\\b(?:vua|moi|do|nay|ay)\\b`,
      ),
    ],
    none: NOT_THE_CODE,
  },
  {
    all: [
      new RegExp(
        `\\b${CODE}\\b.{0,40}\\b(?:ve|nhay|hien|nhan duoc|vua gui|(?:den|toi|vao|vo|qua|trong|tren) (?:may|so|sim|dien thoai|tin|zalo|mess))\\b.{0,50}\\b${TELL_ME}|\\b(?:co|thay|nhan duoc|nhan(?= (?:day|mot|cai))|dai (?:gui|bao)|ra|ve) (?:(?:day|mot|cai) ){0,2}${CODE}\\b.{0,30}\\b${TELL_ME}`,
      ),
    ],
    none: NOT_THE_CODE,
  },
  {
    all: [
      /\b(?:send|tell|give|forward|read|text|share)\b.{0,8}\b(?:me|us|it|back|with me)\b.{0,40}\b(?:code|otp|pin|digits?)\b|\b(?:code|otp)\b.{0,60}\b(?:send|tell|give|forward|read|text) (?:it |that )?(?:back )?(?:to )?(?:me|us)\b/,
    ],
    none: /\bcode (?:review|base|sample|snippet|change)|\b(?:never|not|don|won|voucher|promo|discount|zip|postal|qr|source|gate|door|dress) .{0,24}\b(?:code|send|share|tell|give|read)\b/,
  },
];

/** Number, expiry date and the digits behind, or photos of both sides. */
export const CARD_DETAILS: readonly TrapShape[] = [
  {
    all: [
      /\b(?:so the|16 so|the (?:tin dung|ngan hang|visa|master\w*|ghi no|atm)|card number)\b/,
      /\b(?:ngay het han|het han|hieu luc|han (?:the|su dung)|thang nam|expir\w*|exp|mat sau|phia sau)\b/,
      /\b(?:cvv2?|cvc2?|(?:3|ba) (?:chu )?so|(?:3|three) digits?|security code|ma bao mat)\b/,
      /\b(?:gui|doc|cung cap|nhap|dien|chup|xin|send|give|enter|confirm|provide)\b/,
    ],
    none: FORBIDS,
  },
  {
    all: [
      /\b(?:hinh|anh|chup)\b.{0,20}\bthe (?:tin dung|ngan hang|atm|visa|master\w{0,20}|ghi no)\b.{0,16}\b(?:hai|2) mat\b|\b(?:chup|gui|quay|send|photo)\b.{0,40}\b(?:mat truoc|(?:hai|2|ca hai|ca 2) mat|mat sau|both sides)\b.{0,30}\b(?:the|card)\b(?! (?:can|cccd|bhyt|bao|sinh|hoc|nhan vien|dang|thanh vien|cu tru|nha bao|luu tru|id|xe|khach))/,
    ],
    none: FORBIDS,
  },
];

/** A scanned code that leads to where the bank's password is typed. */
export const QR_SECRET: readonly TrapShape[] = [
  {
    all: [
      /\b(?:quet|scan)\b.{0,30}\b(?:qr|ma)\b/,
      /\b(?:nhap|dien|go|enter|type|dang nhap)\b.{0,40}\b(?:mat khau|mk|otp|ma pin|pin|password|passcode|(?:tai khoan|so the) ngan hang|internet banking|digibank|smart banking)\b/,
    ],
    none: /\bwi ?fi\b|\bpos\b|\bmat khau (?:la|wifi)\b/,
  },
];

/** Somebody else's hand on the phone. */
export const REMOTE_CONTROL: readonly TrapShape[] = [
  {
    all: [
      /\b(?:team ?viewer|ultra ?view\w{0,20}|any ?desk|rust ?desk|air ?droid|quick ?support|chia se man hinh|share (?:your )?screen)\b/,
      /\b(?:cai|tai|mo|bat|bam|install|download|open|share|chia se)\b/,
      /\b(?:ngan hang|hoan (?:tien|phi|thue)|cong an|can bo|vneid|thue|dich vu cong|the tin dung|vao tai khoan|giai ngan|bank\w{0,20}|refund\w{0,20})\b/,
    ],
  },
];
