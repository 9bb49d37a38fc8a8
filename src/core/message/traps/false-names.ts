import type { TrapShape } from "./trap.ts";

/** "Đừng hỏi ai": who is above the reader wants money sent, and nobody asked. */
export const SECRET_TRANSFER: readonly TrapShape[] = [
  {
    all: [
      /\b(?:chuyen|chuyen khoan|thanh toan|lam lenh|di lenh|lenh chuyen|mua|transfer|wire|pay|payment|buy|purchase)\b.{0,48}\b(?:\d{1,15} (?:tr|trieu|ty|k|usd)|\d{1,3}(?: 000){1,4}|tien|khoan|doi tac|gift ?cards?|the (?:cao|qua)|cards?|usd|invoice)\b/,
      /(?<!\b(?:tin|ung|su|ap|noi) )\b(?:dung|khong|cam|not|don)\b.{0,10}\b(?:noi|trao doi|tiet lo|hoi|goi|bao (?:ai|cho)|ke (?:ai|cho|voi)|de (?:ai|lo)|cho ai|tell|discuss|call|mention|share)\b|\b(?:bi mat|lam kin|giu kin|kin (?:nhe|nha|giup)|confidential\w{0,20}|between us|discreet\w{0,20}|quietly)\b/,
      /\b(?:sep|giam doc|chu tich|dang hop|ke toan|hop dong|doi tac|ceo|boss|director|in a meeting|meeting|phong (?:minh|ke toan))\b/,
    ],
    none: /\b(?:sinh nhat|bat ngo|surprise|birthday|chia tay|quy lop|dam cuoi|tan gia)\b/,
  },
];

/** A supplier's invoice to another account, with no way to ask whether that is so. */
export const NEW_ACCOUNT: readonly TrapShape[] = [
  {
    all: [
      /\b(?:doi|thay doi|chuyen sang|cap nhat|thay)\b.{0,24}\b(?:so )?(?:tai khoan|ngan hang)\b|\b(?:tai khoan|ngan hang)(?: nhan tien| thu huong)? moi\b|\b(?:new|updated?|changed?|different)\b.{0,16}\b(?:bank|account|banking)\b|\b(?:bank|account)\b.{0,24}\b(?:changed|updated)\b/,
      /\b(?:thanh toan|chuyen|hoa don|cong no|don hang|lo hang|hop dong|tien hang|payments?|invoices?|remit\w*|balance|wire|transfer)\b/,
      /\b(?:(?:khong|dung|khoi)(?: can| nen)? (?:goi|lien lac|lien he|xac nhan qua dien thoai)|(?:tai khoan|ngan hang)(?: cu)? (?:\w{1,20} ){0,3}(?:kiem toan|phong toa|bao tri|thanh tra|bi khoa|tam khoa)|audit\w{0,20}|under review|(?:not|don) call|phones? (?:lines? )?(?:is |are )?(?:down|broken)|chi (?:tra loi|trao doi|lien he|xac nhan) (?:qua )?(?:e ?mail|mail|zalo|chat)|by email only|only (?:by|via) email|(?:dien thoai|tong dai|hotline)\b.{0,16}\b(?:hong|bao tri|loi|hu))\b/,
    ],
    none: /\b(?:cong van|xac nhan qua hotline|goi (?:lai )?(?:de )?xac nhan|call us to confirm)\b/,
  },
];

/** Money that came by mistake and is to go elsewhere under threat, or an account that "signed you up". */
export const WRONG_TRANSFER: readonly TrapShape[] = [
  {
    all: [
      /\b(?:chuyen|chuyen khoan|gui|bank|giai ngan) (?:khoan )?(?:tien )?(?:nham|lon)\b/,
      /\b(?:hoan|tra|chuyen|gui) (?:tra |lai |giup |khoan |du |ngay )+/,
      /\b(?:cong an|khoi kien|kien (?:ra|chi|anh|ban)|hinh su|tinh lai|lai suat|chiem (?:doat|giu)|phap luat|khoan vay|vay \d|bam (?:vao )?link)\b/,
    ],
    none: /\b(?:ngan hang lam viec|phong giao dich|den ngan hang)\b/,
  },
  {
    all: [
      /\b(?:nham|sai|lon)\b.{0,16}\b(?:so tai khoan|tai khoan|ma)\b|\b(?:so tai khoan|tai khoan)\b.{0,16}\b(?:nham|sai|lon)\b/,
      /\b(?:hoi vien|thanh vien|the shipper|dang ky (?:goi|shipper|hoi))\b/,
      /\b(?:tru|phi|moi thang|hang thang)\b/,
      /\b(?:huy|goi|bam|vao link|lien he|ket ban)\b/,
    ],
  },
];

/** A big order whose buyer wants something bought for him elsewhere. */
export const BULK_ORDER: readonly TrapShape[] = [
  {
    all: [
      /\b(?:dat|order|lay|can)\b.{0,24}\b\d{1,15} (?:suat|phan|ban|thung|hop|cai|kg|chai|bo|mam|ly|o)\b/,
      /\b(?:mua|dat|lay|nhap) (?:giup|ho|dum|gium|them ho)\b|\blien he ben\b/,
      /\b(?:chuyen|thanh toan|ung|tra|coc)(?: khoan| tien)? (?:truoc|ho|giup|dum|coc|cho ben)\b|\bung (?:ra|tien)\b|\b(?:thanh toan|tra) (?:mot the|luon the|gop|chung|sau|lai)\b/,
      /\b(?:don vi|bo doi|quan doi|doanh trai|trung doan|tieu doan|su doan|truong|hau can|benh vien|cong ty|uy ban|trai giam|cong an|ben (?:cung cap|do|kia|nha))\b/,
    ],
  },
];

const STATE =
  "(?:chi cuc thue|co quan thue|thue (?:co so|quan|huyen|tinh|phuong)|can bo thue|doi thue|cong an|dien luc|evn\\w{0,20}|cap nuoc|bhxh|bao hiem xa hoi|toa an|thi hanh an|quan ly thi truong|pccc|phong chay|ubnd|uy ban|csgt|hai quan|an toan thuc pham|dia chinh)";

/** An office's fee that goes to a person. */
export const FALSE_STAFF: readonly TrapShape[] = [
  {
    all: [
      /\b(?:immigration|police|tax (?:office|department)|customs|embassy|court|officer)\b/,
      /\b(?:pay|transfer|send)\b.{0,40}\b(?:fine|fee|fees|tax|penalty|vnd|usd|dollars?|money)\b/,
      /\b(?:deport\w*|arrest\w*|detain\w*|penalty|violation|warrant|clear)\b/,
      /\b(?:account|gift cards?|bitcoin|usdt)\b/,
    ],
  },
  {
    all: [
      new RegExp(
        `\\b(?:can bo|nhan vien|em|anh|toi|minh|chau|chuyen vien)\\b.{0,16}\\b(?:ben |o |thuoc |la ){0,3}.{0,20}\\b${STATE}\\b|\\b${STATE}\\b.{0,20}\\b(?:day|thong bao|khach hang)\\b`,
      ),
      /\b(?:nop|dong|chuyen|chuyen khoan|thanh toan|mua)\b/,
      /\b(?:so )?tai khoan (?:ca nhan|cua (?:em|anh|toi|can bo|ke toan|thu quy|chi|sep|doi)|rieng|can bo|nhan vien|ke toan|em|anh)\b|\bchuyen (?:khoan )?(?:cho|vao|qua|thang) (?:cho )?(?:em|anh|chau|can bo|toi|sep)\b/,
    ],
    none: /\b(?:kho bac|etax|cong dich vu|bo phan mot cua|tru so|khong (?:thu|nhan) tien)\b/,
  },
  {
    all: [
      /\b(?:hoc bong|trung tuyen|giu suat|suat hoc|du hoc)\b/,
      /\btai khoan (?:ca nhan|(?:cua )?(?:co|thay|can bo|ke toan|thu ky|nhan vien|em|anh))\b/,
      /\b(?:giu (?:suat|cho)|hom nay|gap|truoc \d|mat suat)/,
    ],
  },
  {
    all: [
      /\b(?:hoc phi|nhap hoc|ban tru|hoc bong|xet tuyen|giu cho)\b/,
      /\b(?:cong|he thong|tai khoan|app|phan mem)\b.{0,30}\b(?:loi|bao tri|qua tai|tam (?:ngung|khoa)|nang cap)\b/,
      /\btai khoan (?:ca nhan|cua (?:ke toan|co|thay|can bo)|ke toan|can bo|co |thay )|\b(?:ke toan|can bo|thay|co)\b.{0,12}\b(?:ca nhan)\b|\btai khoan (?:sau|moi|tam thoi|nay)\b/,
      /\b(?:gap|ngay|hom nay|truoc \d|mat (?:suat|cho)|huy|giam|uu dai|trong \d|khong se|khong thi)\b/,
    ],
  },
];
