import type { AskKind } from "./ask-kinds.ts";
import type { PageFacts } from "./page-facts.ts";
import type { Unpacked } from "./unpack-script.ts";

/** Where what is typed goes. */
export type SinkSign = "telegram" | "other-site" | "bare-ip" | "form-service" | "image-address";
/** How a page hides from those who look. */
export type ConcealSign =
  | "split-words"
  | "odd-letters"
  | "masked-text"
  | "keys-blocked"
  | "packed-form"
  | "fake-check"
  | "words-as-picture"
  | "nested-frame"
  | "closed-shadow"
  | "no-way-out";
/** How a page presses. */
export type PressureSign =
  | "urgency"
  | "threat"
  | "prize"
  | "guaranteed-return"
  | "paid-task"
  | "secrecy"
  | "install-advice"
  | "fee-first"
  | "easy-credit"
  | "money-recovery"
  | "prepay"
  | "share-to-win"
  | "private-account"
  | "infected";

const PRESSURE: readonly [PressureSign, RegExp][] = [
  [
    "urgency",
    /(?:trong|sau|truoc|con|chi con|het han)(?: vong| khi| lai| thieu)? ?\d{1,3} ?(?:phut|gio|h|giay|suat|luot|phieu)\b|\d{1,2} gio hom nay|(?:trong|ngay) hom nay|ngay lap tuc|khan cap|(?:suat|luot|co hoi) cuoi cung|uu dai ket thuc|cung ngay|het hieu luc|sap het han|truoc 2[0-4] ?[:h]|truoc \d{1,2} phut|con \d{1,2}:\d{2}|chi ap dung hom nay|within \d+ (?:hours?|minutes?|days?)|immediately|expires? (?:in|today)|before \d{1,2} \w+ or|after \w+ days/,
  ],
  [
    "threat",
    /(?:se|co the|da|dang|bi) (?:bi )?(?:tam )?(?:khoa|ngung|ngat|cat|phong toa|dong bang|tam giam|cuong che|ap giai|xu phat|thu hoi|tru (?:phi|tien)|dinh chi|tam dung|bat giu|truy to|tuoc|hoan tra)|(?:khoa|phong toa|tam dung) (?:vinh vien|hai chieu|tai khoan|thue bao|ma so)|(?:tai khoan|ma so|phien|thiet bi)[^.]{0,40}(?:bi khoa|bi phong toa|thiet bi la)|(?:lenh|cho lenh) (?:bat|cat)|cat dien|ngung (?:cung )?cap dien|bi can|ap giai|ho so vu an|tam dung (?:cac )?tai khoan|tich thu|niem phong|bi giu tai|gioi han giao dich|lien quan (?:den )?(?:vu an|duong day)|rua tien|phat \d+ trieu|tam ngung giao dich|dong bang tai khoan|khong (?:duoc|con) (?:thanh toan|su dung)|(?:account|wallet|access|parcels?)[^.]{0,60}(?:suspend|limited|locked|terminated|returned|lost)|assets may be lost|lenh rut|thiet bi la|(?:unusual|suspicious) (?:activity|sign)/,
  ],
  [
    "prize",
    /trung (?:thuong|giai|\d|iphone|tu lanh|xe)|qua la trung|quay la trung|nhan (?:qua|thuong|tien|voucher|trang phuc|iphone|robux|ho tro)|tang (?:qua|voucher|\d|trang phuc|iphone|ngay)|li xi|chuc mung! ?ban|ban da trung|hoan (?:tien|phi|thue|\d+ ?%)|duoc hoan|mo hop qua|diem thuong|(?:kim cuong|the cao|quan huy|robux|data) mien phi|khoan tien|tien (?:ho tro|tro cap|dang cho nhan)|free (?:robux|gift|diamonds|nitro|skins?)|airdrop|claim (?:your )?(?:reward|prize|bonus)|you (?:have )?won/,
  ],
  [
    "guaranteed-return",
    /(?<!khong (?:ai |ben nao )?)cam ket (?:lai|loi nhuan|sinh loi)|loi nhuan (?:len (?:den|toi) )?\d+ ?%|lai (?:suat )?(?:ngay|\d+ ?% ?(?:moi|\/|mot) ?(?:ngay|thang|tuan))|bao (?:hiem|toan) von|von bao toan|sinh loi (?:moi|hang) ngay|nhan (?:doi|ba) (?:tai khoan|von|tien)|loi nhuan (?:khung|cao|hap dan|co dinh|hang ngay)|robot giao dich|(?:rut|nhan) lai (?:hang|moi) ngay|chuyen gia doc|hoa hong gioi thieu|\d+ ?%(?: ?\/ ?| moi | mot )(?:ngay|tuan|thang)|doc lenh|khong rui ro|x\d+ tai khoan|guaranteed (?:profit|return)|daily (?:profit|return)/,
  ],
  [
    "paid-task",
    /viec nhe|luong cao|tang tuong tac|don hang ao|xu ly don hang|tra luong (?:theo|moi|trong) ngay|hoan thanh (?:du )?(?:\d+ )?don|(?:lam|nhan|hoan thanh) nhiem vu|nhiem vu \d|chot don|cuop don|giat don|(?:like|xem) video|\d{1,3}(?:k|[. ]?000 ?d?) ?\/ ?(?:ngay|don|luot|video|nhiem vu|gio)|don lien ket|hoa hong (?:hom nay|×|x) ?\d|(?:hoan|ung) von|thu nhap [\d.]+ ?d? ?[-–]/,
  ],
  [
    "secrecy",
    /(?:giu|bao dam) bi mat|khong (?:tiet lo|cho nguoi khac|chia se|noi voi|noi cho)[^.]{0,40}(?:nguoi|biet|khac|ai)|khong can den co quan cong an|tranh rut day|bo qua canh bao|khong doi mat khau trong|khong tu y dang nhap|chi ap dung (?:khi|tai) [^.]{0,40}nay|khong thanh toan tai quay/,
  ],
  [
    "install-advice",
    /van tai xuong|cho phep (?:tu nguon|cai dat|de xem)|nguon (?:nay|khong xac dinh)|play protect|quyen tro nang|tai (?:tep|file) \.?\w*\.?apk|tep co the gay hai|tren cho ung dung da ngung|khong tat nguon|unknown sources/,
  ],
  [
    "fee-first",
    /(?:nop|dong|thanh toan|chuyen)[^.]{0,30}phi (?:bao hiem|van chuyen|giai ngan|xac minh|mo khoa|phat lai|ho so|hai quan|luu kho)|phi (?:phat lai|van chuyen|hai quan|dong dien lai|nhan qua|bao hiem khoan vay)|hoan lai cung giai ngan|import duty|customs? (?:fee|duty)|storage fee|(?:nop|dong) thue[^.]{0,40}(?:de|trong|thong quan)|phi (?:nhan giai|duy tri|thong quan|nang hang|rut tien)|redelivery|release (?:fee|parcel)|nap them de|ung truoc/,
  ],
  [
    "easy-credit",
    /duyet (?:vay )?(?:100 ?%|tu dong|ngay|trong \d)|no xau|bao dau|khong (?:can )?chung minh thu nhap|khong (?:the chap|can tham dinh|goi nguoi than)|giai ngan (?:trong|sieu toc|ngay)|lai suat 0 ?%|truy cap danh ba|phi dich vu tru truoc|chi can (?:cccd|cmnd|can cuoc)/,
  ],
  [
    "money-recovery",
    /(?:thu hoi|lay lai)[^.]{0,60}(?:bi lua|lua dao|tien treo|nan nhan|\d+ ?%)|hoan (?:tra|tien)[^.]{0,60}(?:bi lua|lua dao|tien treo|nan nhan)|nan nhan[^.]{0,20}(?:lua dao|lay lai)|khong thanh cong khong thu phi|truy vet (?:vi|dong tien)|recover (?:your )?(?:lost|stolen) (?:funds|money|crypto)/,
  ],
  [
    "prepay",
    /chuyen khoan (?:truoc )?100 ?%|chuyen khoan truoc|thanh toan truoc 100|khong hoan huy|khong (?:xuat )?hoa don|gia (?:uu dai )?noi bo/,
  ],
  [
    "share-to-win",
    /chia se[^.]{0,40}(?:\d+ (?:nhom|ban)|de nhan|nhom zalo)|moi \d+ ban be|share (?:with|to) \d+/,
  ],
  ["private-account", /(?:\(|[-–] ?)(?:ke toan|nhan vien|tro ly)(?: thu ho)?\)?|tai khoan ca nhan/],
  [
    "infected",
    /(?:may tinh|dien thoai|thiet bi)[^.]{0,30}(?:da bi (?:khoa|nhiem|chan)|nhiem virus)|trojan|spyware|khong tat hoac khoi dong lai|your (?:computer|device|pc) (?:has been|is) (?:infected|blocked|locked)|do not (?:shut|restart|turn)/,
  ],
];

/** Words by which a page presses, in folded text. Alone they prove nothing: articles quote them. */
export function pressureSigns(folded: string): PressureSign[] {
  return PRESSURE.flatMap(([sign, pattern]) => (pattern.test(folded) ? [sign] : []));
}

const FORM_SERVICES =
  /(?:^|\.)(?:formspree\.io|getform\.io|formsubmit\.co|web3forms\.com|formcarry\.com|basin\.io|script\.google\.com|docs\.google\.com|sheetdb\.io|sheety\.co|webhook\.site|pipedream\.net|requestbin\.\w+|discord(?:app)?\.com|ngrok(?:-free)?\.\w+|trycloudflare\.com|firebaseio\.com)$/;
const MOST_ADDRESSES = 30;
const ADDRESS = /https?:\/\/[^\s"'`<>\\)]{4,300}/gi;
const SENDS =
  /(?:fetch|sendBeacon|XMLHttpRequest|\.open|axios|\$\.(?:post|ajax)|new Image|\.action)\b/;

function hostOf(address: string): string {
  return /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(address)?.[1]?.toLowerCase() ?? "";
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
  const note = (address: string, isForm: boolean) => {
    const host = hostOf(address);
    if (host === "") return;
    if (/api\.telegram\.org/.test(host)) signs.set("telegram", host);
    else if (FORM_SERVICES.test(host)) signs.set("form-service", host);
    else if (/^\[|^\d+(?:\.\d+){3}$/.test(host)) {
      if (!isOwn(host)) signs.set("bare-ip", host);
    } else if (isForm && !isOwn(host)) signs.set("other-site", host);
  };
  for (const { action } of facts.forms) note(action, true);
  if (SENDS.test(facts.script)) {
    const addresses = new Set<string>();
    for (const [address] of facts.script.matchAll(ADDRESS)) {
      if (addresses.size < MOST_ADDRESSES) addresses.add(address);
    }
    for (const address of addresses) {
      const target = new RegExp(
        `(?:fetch|sendBeacon|open|post|action|src)[^;]{0,80}${literally(address.slice(0, 40))}`,
      );
      note(address, target.test(facts.script));
    }
    if (/\/bot[^/\s]{0,60}\/sendMessage/i.test(facts.script))
      signs.set("telegram", "api.telegram.org");
    if (/new Image\(?\)?\.src\s*=/.test(facts.script) && /\.value/.test(facts.script)) {
      signs.set("image-address", "");
    }
  }
  return signs;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

const UNSEEN_IN_WORD = /[a-zà-ỹđ][\u200b-\u200d\u2060\ufeff\u00ad\u180e]+[a-zà-ỹđ]/giu;
const MIXED_WORD =
  /[a-zA-ZÀ-ỹđĐ][\u0370-\u03ff\u0400-\u052f\u0530-\u058f]|[\u0370-\u03ff\u0400-\u052f\u0530-\u058f][a-zA-ZÀ-ỹđĐ]/gu;

export function concealSigns(
  facts: PageFacts,
  unpacked: Unpacked,
  asks: ReadonlySet<AskKind>,
  folded: string,
): Set<ConcealSign> {
  const signs = new Set<ConcealSign>();
  const shown = `${facts.title}\n${facts.text}\n${facts.drawn}`;
  if ((shown.match(UNSEEN_IN_WORD)?.length ?? 0) >= 5) signs.add("split-words");
  if ((shown.match(MIXED_WORD)?.length ?? 0) >= 3) signs.add("odd-letters");
  if (facts.fields.some(({ masked, type }) => masked && type !== "password"))
    signs.add("masked-text");
  if (
    /oncontextmenu|onselectstart|contextmenu|keyCode\s*={2,3}\s*123|devtools/i.test(facts.script)
  ) {
    signs.add("keys-blocked");
  }
  if (
    unpacked.wasHidden ||
    (asks.size > 0 &&
      /eval\s*\(|window\[[^\]]{0,40}atob|\['?"?eval/.test(facts.script) &&
      /atob\s*\(|fromCharCode|_0x[0-9a-f]{3,}/.test(facts.script))
  ) {
    signs.add("packed-form");
  } else if (/_0x[0-9a-f]{3,}/.test(facts.script) && /(?:\\x[0-9a-f]{2}){6}/i.test(facts.script)) {
    signs.add("packed-form");
  }
  const checks =
    /khong phai (?:la )?(?:nguoi may|robot)|not a robot|verify(?:ing)? (?:that )?you are human|ray id|kiem tra xem ket noi/;
  if (
    checks.test(folded) &&
    !/turnstile|recaptcha|hcaptcha|challenge-platform/i.test(
      facts.assetHosts.join(" ") + facts.script,
    ) &&
    (unpacked.fields.length > 0 || unpacked.packages.length > 0)
  ) {
    signs.add("fake-check");
  }
  const words = facts.text.replace(/\s+/g, " ").trim().length;
  if (facts.drawn.length > 60 && facts.drawn.length * 2 > words && facts.fields.length > 0)
    signs.add("words-as-picture");
  else if (/fillText\s*\(\s*["'`][^"'`]{12,}/.test(facts.script)) signs.add("words-as-picture");
  if (facts.fieldsOnlyIn === "frame") signs.add("nested-frame");
  if (facts.fieldsOnlyIn === "closed-shadow") signs.add("closed-shadow");
  const trap = [
    /requestFullscreen/,
    /keyboard\s*\.\s*lock/,
    /onbeforeunload|beforeunload/,
    /onpopstate[^}]{0,80}pushState/,
  ].filter((one) => one.test(facts.script)).length;
  if (trap >= 2) signs.add("no-way-out");
  return signs;
}
