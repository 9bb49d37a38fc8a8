/** Ways in which scams speak, each with what it does to the reader. */
export type Wording =
  | "urgency"
  | "threat-arrest"
  | "threat-cut-off"
  | "prize"
  | "return"
  | "task-pay"
  | "gambling"
  | "ask-login"
  | "ask-otp"
  | "ask-install"
  | "ask-transfer"
  | "ask-contact";

/** Over the words of a message, single blanks between: see readMessage. Without "g": they keep no state. */
const PATTERNS: Readonly<Record<Wording, RegExp>> = {
  urgency:
    /\b(?:ngay (?:hom nay|lap tuc|bay gio)|lien he ngay|khan cap|canh (?:cao|bao) lan cuoi|lan cuoi|trong (?:vong )?\d{1,2} ?(?:h|gio|phut)\b|(?:sau|truoc) \d{1,2} ?(?:h|gio|g)\b|qua han|het han (?:trong|sau)|chi con \d{1,15} (?:phut|gio)|so luong co han|nhanh tay|khong duoc chap nhan)/,
  "threat-arrest":
    /\b(?:truy na|lenh bat|bat (?:giam|tam giam)|khoi to|truy to|hinh su|an ninh dieu tra|co quan (?:canh sat )?dieu tra|cong an|toa an|kiem sat|rua tien|lua dao chiem doat|chiem doat tai san|lam dung su tin nhiem|trieu tap)\b/,
  "threat-cut-off":
    /\b(?:(?:bi|se|da bi|se bi) (?:tam )?(?:khoa|phong toa|cat|ngung|ngat|dinh chi|thu hoi)|ngung cung cap|cat dien|khoa (?:sim|the|tai khoan|thue bao)|(?:dang nhap|tieu dung|giao dich) (?:khac vung|bat thuong|(?:o|tren|tai) (?:mot )?(?:thiet bi|nuoc ngoai|noi))|tai khoan\b.{0,40}\b(?:bi|hi|da|tam) khoa|thu phi|khong the giao)\b/,
  prize:
    /\b(?:trung (?:thuong|giai)|nhan (?:thuong|qua|giai|luong|lixi|li xi|tien|luon|ngay)|chuc mung (?:ban|quy|tai khoan|tb)|doi qua|diem thuong|tri an|giai (?:nhat|dac biet)|qua tang|mien phi|tro cap|khach hang may man|ho tro tu quy|vong quay)\b/,
  return:
    /\b(?:lai suat (?:cao|hap dan|\d)|loi nhuan|cam ket|hoan von|sinh loi|x\d nap|rut (?:nhanh|ngay|sieu toc|\d)|thu nhap (?:thu dong|tu|on dinh)|dau tu)\b/,
  "task-pay":
    /\b(?:hoa hong|nhiem vu|cong tac vien|lam (?:viec )?tai nha|viec lam (?:online|them)|ban thoi gian|tuyen (?:dung|so luong|nhan vien|gap|ctv)|moi ngay (?:ban )?(?:co the )?(?:de dang )?kiem|thu nhap (?:trong |moi )?ngay|kiem (?:them |duoc )?(?:thu nhap|tien|\d)|tha tim|xu ly don hang|tra (?:luong )?(?:theo )?(?:hang )?ngay)\b/,
  gambling:
    /\b(?:no hu|ban ca|nap (?:dau|lan dau|vao|tien nhan|\d{1,15} ?k?)|x\d{1,15} ?(?:nap|vong)|vong cuoc|tai xiu|xoc dia|lo de|ca cuoc|baccarat|casino|nha cai|(?:sieu|tuc thi) hoan tra|hoan tra (?:\d|tuc thi|khong gioi han)|khuyen mai nap|game bai|tang (?:ngay |von |ban )?\d{1,15} ?k)\b/,
  "ask-login":
    /\b(?:dang nhap|xac (?:thuc|minh|nhan)|cap nhat|kich hoat|bam vao|nhap vao|truy cap|click|nhan vao|vao)\b.{0,40}\b(?:http|www|xac thuc|xac nhan|de (?:huy|nhan|lay|doi|sua|xac|kiem)|thay doi mat khau)/,
  "ask-otp":
    /\b(?:cung cap|gui|doc|nhap|cho)\b.{0,24}\b(?:otp|ma xac (?:thuc|nhan|minh)|mat khau|ma pin|cvv)\b/,
  "ask-install":
    /\b(?:tai (?!chinh|khoan|lieu|san|nang|tro|xe)|cai dat|cai\b|download\b|install\b).{0,16}\b(?:app|ung dung|phan mem|apk|file)\b/,
  "ask-transfer":
    /\b(?:chuyen (?:so )?(?:tien|khoan)|nap tien|dong phi|dat coc|thanh toan|nop (?:tien|phat|phi))\b.{0,60}\b(?:tai khoan|stk|ngan hang|vao|truoc|qua|ngay)\b/,
  "ask-contact":
    /\b(?:ket ban|add|inbox|lien he|lh|nhan (?:tin|vao|qua))\b.{0,48}\b(?:zalo|tele(?:gram)?|t me|messenger|viber|facebook)\b|\b(?:lien he|lh|goi) (?:ngay |gap |so |sdt |qua )*0\d{8,9}\b/,
};

/** Said by those who warn: a bank that says never to give the code away asks for none. */
const NEGATED = /\b(?:khong|tuyet doi khong|dung|chua bao gio|never|do not)\b.{0,40}$/;

/** Said by those who give a code or a password away, and want none. */
const GIVEN =
  /\b(?:otp|ma xac (?:thuc|nhan|minh)|mat khau)\b(?: \w{1,20}){0,6}? (?:la|is) \w{4}|\b(?:otp|ma xac (?:thuc|nhan|minh)) \d{4,8}\b|\bmat khau \d{4,8}\b|\b\d{4,8} la (?:otp|ma)\b/;

/** True of words that hand a code or a password to the reader. */
export function givesCode(words: readonly string[]): boolean {
  return GIVEN.test(words.join(" "));
}

/** The ways of speaking that a text shows, in the order above. */
export function wordingOf(text: string): Wording[] {
  return WORDINGS.filter((wording) => {
    const match = PATTERNS[wording].exec(text);
    if (match === null || (wording === "ask-otp" && GIVEN.test(text))) return false;
    const isAsk = wording === "ask-otp" || wording === "ask-transfer" || wording === "ask-install";
    return !isAsk || !NEGATED.test(text.slice(Math.max(0, match.index - 60), match.index));
  });
}

export const WORDINGS = Object.keys(PATTERNS) as Wording[];
