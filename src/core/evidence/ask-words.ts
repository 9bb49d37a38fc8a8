import type { AskKind } from "./ask-kinds.ts";
import { phrases } from "./phrases.ts";

/** Programs that let somebody else use the computer; also what is next to the field for their number. */
const REMOTE_TOOL =
  /ultra ?viewer|any ?desk|team ?viewer|quick ?support|rust ?desk|supremo|air ?droid|hop ?to ?desk|ammyy|log ?me ?in/;

/**
 * What fields are called, folded, most telling first: Vietnamese labels with their variants, English ones, and the
 * names and autocomplete tokens (HTML Standard) that forms give to their fields.
 */
export const FIELD_WORDS: readonly (readonly [AskKind, RegExp])[] = [
  [
    "seed-phrase",
    /(?:recovery|secret|backup|seed|wallet) ?-?(?:phrase|words)|(?:12|24)[ -]?(?:words?|tu (?:khoi phuc|bi mat|goi nho))|mnemonic|private ?key|keystore|(?:cum|chuoi|day) (?:12 |24 )?tu\b|tu khoi phuc|khoa (?:rieng|ca nhan|bi mat)/,
  ],
  [
    "cvv",
    /\b(?:cvv?2?|cvc2?|csc|cid)\b|cc-csc|security (?:code|number)|ma (?:bao mat|so bi mat|an toan) (?:cua )?(?:the|sau)|(?:3|ba|4) (?:chu )?so[^.]{0,20}(?:sau|bao mat)/,
  ],
  [
    "card",
    /\b(?:so|nhap|ma so|thong tin) the\b(?! (?:bhyt|bhxh|bao hiem|thanh vien|hoi vien|thu vien|doc gia|ban doc|sinh vien|hoc|can cuoc|nhan vien|can bo|tich|vip|xe|cao|qua|tap))|card ?-?_?(?:num|no\b)|\bcc-?_?(?:num|no)|cardholder|\bpan\b|(?:credit|debit) card|the (?:atm|tin dung|ghi no|ngan hang|visa)|(?:16|19) (?:chu )?so (?:tren|in|the)|(?:0000|xxxx|1234|4111) ?-?(?:0000|xxxx|5678|1111) /,
  ],
  [
    "otp",
    /\bs?otp\b|one-time|e-?token\b|soft ?token|\bauthenticator|\b2fa\b|\bmfa\b|(?:verification|confirmation|login|sms|auth\w{0,20}|6-digit) ?code|(?:ma|code) (?:so )?(?:bao mat|xac (?:thuc|minh|nhan)|kich hoat|sms|dang nhap|giao dich|(?:vua |duoc |da )?(?:gui|nhan)|tin nhan|zalo|telegram|facebook|duyet)|ma (?:gom )?(?:[4-8]|sau|nam|bon) (?:chu )?so|(?:4|5|6|8) (?:chu )?so (?:trong|tu|gui|vua|qua)|smscode|\bvcode\b/,
  ],
  [
    "pin",
    /\bpin\b|\bm ?pin\b|pincode|mat (?:ma|khau) (?:giao dich|the|cap 2|cap hai|rut(?: tien)?|quy|thanh toan|vi|atm|smart)/,
  ],
  ["password", /mat ?khau|mat ma|passw|passcode|\b(?:pwd|pw|pass|passwd|matkhau|matma)\b/],
  [
    "id-number",
    /cccd|can cuoc|cancuoc|dinh danh|cmnd|\bcmt\b|chung minh|ho chieu|passport|\bid ?(?:card|number|no)\b|national id|identity (?:card|number)|so giay to/,
  ],
  [
    "bank-account",
    /so ?tai ?khoan|\bsotk\b|account n(?:o|um)|\biban\b|tai khoan (?:ngan hang|nhan|thu huong|hoan)|ten dang nhap (?:internet|ngan hang|app)/,
  ],
  ["remote-control", REMOTE_TOOL],
  ["contacts", /nguoi than|nguoi tham chieu|dong nghiep|danh ba|\breference/],
  [
    "deposit",
    /(?:ma|so) (?:the cao|the nap|serial)|serial|ma nap|so tien (?:nap|dau tu|goi)|deposit amount/,
  ],
  [
    "phone",
    /dien thoai|\b(?:zalo|telegram|whatsapp|viber|phone|mobile|tel|hotline)\b|di dong|so (?:thue bao|may)/,
  ],
];

/** Fields that only look like a secret: pictures to copy letters from, codes of orders, coupons and tax. */
export const NO_SECRET =
  /captcha|ma (?:bao ve|kiem tra|hinh|giam gia|uu dai|khuyen mai|voucher|don|van don|so thue|khach hang|qua tang|gioi thieu|moi|hoc sinh|sinh vien|ho so|buu)|(?:trong|theo) (?:hinh|anh)|hinh anh|coupon|voucher|promo|gift ?code|referral|security question/;

/** Words beside a QR code that is there to be paid by, not to open an app. */
export const PAY_WORDS =
  /thanh toan|chuyen (?:khoan|tien)|nop (?:phat|phi|tien)|dat coc|\bcoc\b|so tien|\bphi\b|ung ho|quyen gop|\bpay\b/;

/** What a file field wants when it wants a person's papers or face. */
export const PHOTO_WORDS =
  /cccd|can cuoc|cmnd|\bcmt\b|mat truoc|mat sau|khuon mat|giay to|ho chieu|passport|chan dung|selfie|\bface\b|(?:front|back)(?:side)?\b|bang lai|giay phep lai|so do|sao ke|anh the|id card/;

/** Banks and wallets as they stand beside account numbers. */
export const BANK =
  "(vietcombank|vcb|techcombank|tcb|bidv|agribank|vietinbank|ctg|mb|mbbank|mb bank|acb|sacombank|stb|tpbank|tpb|vpbank|vpb|vib|shb|hdbank|hdb|ocb|msb|scb|eximbank|seabank|lpbank|lpb|ncb|nam a bank|namabank|vietbank|pvcombank|abbank|bac a bank|bacabank|bvbank|kienlongbank|cake|timo|(vi )?momo|(vi )?zalopay|viettel money)";

/** A number of an account; service lines (1800, 1900) stand beside banks as well. */
export const ACCOUNT_NUMBER = "(?!1[89]00)\\d{2,20}[\\d .]{4,18}\\d";
/** An account of a bank: "Agribank – 8888 2051 02345", "0123 456 789 (MB)". */
const BANK_ACCOUNT = [
  `${ACCOUNT_NUMBER} ?[-–,(|]? ?${BANK}`,
  `${BANK} ?[-–,:|]? ?(so tai khoan|stk)? ?:? ?${ACCOUNT_NUMBER}`,
];

/** An account by its bank and number. */
export const TO_ACCOUNT = phrases(BANK_ACCOUNT);

/** What money is sent to or who is called: an account, a phone number, a wallet's address. */
export const PAY_TO = phrases([
  ...BANK_ACCOUNT,
  "(so )?tai khoan[ :.–-]{0,4}\\d{4}[\\d .]{4,18}",
  "[a-z]{3} ?[-–:] ?\\d{4}[\\d .]{4,18}",
  "(0|\\+84[ .]?)\\d{2,3}[ .-]?\\d{3,4}[ .-]?\\d{3,4}",
  "1[89]00[ .-]?\\d{4}( ?\\d{2})?",
  // Digits in words are read as letters by then.
  "(bc[1i][a-z0-9]{8,90}|0x[0-9a-z]{12,90}|t[a-z0-9]{33})",
]);

/**
 * What is to be sent or dialled and hands the reader's number to somebody: the serial number of a SIM, of 14 digits and
 * more, to a short number, and the codes that forward calls to a number that is given (3GPP TS 22.030, annex B). Guides
 * leave the reader to put a number of his own there.
 */
export const SIM_COMMAND =
  /\b(?:soan|nhan|gui)\b[^.!?]{0,60}?\d(?:[ .-]?\d){13,19}\W{1,3}(?:gui|toi|den)\W{1,3}(?:den |toi |so |tong dai ){0,4}\d{3,4}\b|\*(?:21|61|62|67|002|004)\*\+?\d(?:[ .]?\d){8}/;

const CHAT = "(zalo|telegram|messenger|viber|whatsapp|line)";

/** What is asked in words, by texts, links and pictures. */
export const WORD_ASKS: readonly (readonly [AskKind, RegExp])[] = [
  [
    "transfer",
    phrases([
      "(so )?tai khoan( ngan hang| nhan| thu huong)? ?[:.–-]? ?# ?# ?#",
      "so tai khoan[ :.–-]{0,4}\\d[\\d .]{6,24}",
      ...BANK_ACCOUNT,
      "[a-z]{3} ?[-–:] ?\\d{4}[\\d .]{4,18} ?[-–] ?[a-z]{2,12} [a-z]{2,20}",
      "chuyen khoan (truoc|vao|den|toi|qua|ve|ngay|theo|cho|so tien|#|coc)",
      "(chuyen|nop|dong|gui|thanh toan) … (vao|den|toi|ve|qua) (so )?(tai khoan|vi)",
      "(noi dung|nd|cu phap) (chuyen khoan|chuyen tien|ck|nop)",
      "(quet|scan) (ma )?(ben duoi|vietqr|qr( code)?|de (thanh toan|nop|chuyen|nhan|dong))",
      "(ma )?(vietqr|qr) (thanh toan|chuyen|nhan|nop)",
      "(chu tai khoan|nguoi thu huong)",
      "(send|transfer) … (to the )?(account|wallet|address)",
      "(usdt|trc ?20|erc ?20|bep ?20|btc) … (address|dia chi|vi|0x[0-9a-f]{1,90})",
      "(usdt|trc ?20|erc ?20|btc|eth)[^.]{0,20}? (0x[0-9a-z]{12,90}|t[a-z0-9]{33}|bc[1i][a-z0-9]{8,90})",
      "dia chi (vi|nap)",
      "(send|gui|chuyen) … (btc|eth|usdt|bnb|trx)",
    ]),
  ],
  [
    "deposit",
    phrases([
      "nap (them|tien|von|vi|dau|usdt|coin|the|xu|goc) … (de|vao|qua|ngay|hoan|toi thieu|nhan|#|ngan hang|rut)",
      "nap( tien)? (toi thieu|tu|it nhat|ngay)( #)?",
      "nap # ?(d|dong|k|vnd|trieu|tr|usdt?|nghin|ngan)",
      "(vui long|hay|can|phai|de nghi) nap",
      "nap (usdt|btc|eth|trx|coin|tien ao)",
      "nap … (rut (tien|von|lai)|hoan thanh (don|nhiem vu))",
      "(can |phai |vui long )bu (them )?#",
      "so du … khong du",
      "(khong du|thieu) so du",
      "ung (truoc|von|tien)",
      "nap ?(\\/|tien va|,|va)? ?rut",
      "(mua|dang ky|kich hoat|chon|mo khoa) goi (vip|dau tu|uy thac|#|nhiem vu|thanh vien)",
      "goi (uy thac|dau tu|vip|vang|kim cuong|khoi nghiep)",
      "(phi|le phi) (bao hiem khoan vay|giai ngan|mo khoa|kich hoat|xac minh|ho so|rut)",
      "(nop|dong) (phi|thue|coc|tien) (de|truoc|bao)",
      "(ma )?the cao( dien thoai| viettel)?",
      "(deposit|top[ -]?up|recharge) (now|to|at least|minimum|#|usdt)",
      "(minimum|first) deposit",
    ]),
  ],
  [
    "id-photo",
    phrases([
      "(gui|chup|tai( len)?|nop|cung cap|quet|dang) … (anh|hinh|mat truoc|hai mat|2 mat|ca hai mat) … (cccd|can cuoc|cmnd|cmt|giay to|ho chieu|khuon mat|the ngan hang)",
      "(cccd|can cuoc|cmnd|giay to|ho chieu) (hai|2|ca hai) mat",
      "(upload|take|send) … (photo|picture|selfie) … (id|passport|card|face)",
    ]),
  ],
  [
    "remote-control",
    new RegExp(
      `${REMOTE_TOOL.source}|dieu khien (?:may|dien thoai|thiet bi)(?: [a-z]{1,20}){0,2} tu xa|chia se man hinh|screen ?shar|remote (?:access|support|desktop)`,
    ),
  ],
  [
    "messenger",
    phrases([
      `(ket ban|nhan( tin)?|lien he|tu van|gui( ve)?|chup man hinh|vao|tham gia|add|chat|trao doi|phan hoi|kem) … ${CHAT}`,
      `${CHAT} … 0 ?\\d{2}`,
      "(nhom|kenh|group) (kin |vip )?(zalo|telegram)",
      "(lien he|nhan tin( cho)?|gap) (admin|tro ly|chuyen vien|cskh|quan ly|can bo|huong dan vien)",
    ]),
  ],
  [
    "call",
    /goi (?:ngay|lai|cho|tong dai|den so|1[89]00)|lien he ngay|call (?:now|us|immediately|toll)|\bhotline\b|bam phim/,
  ],
];
