const SUM =
  "(?:\\d{1,15} (?:k|tr|trieu|cu|nghin|ngan|chai|lit|xi|dong|vnd)\\b|\\d{1,3}(?: 000){1,4}\\b|(?:may|vai|mot it) (?:trieu|tram|cu)\\b)";
/** The account that the reader has already, and what is sent each month. */
const AS_BEFORE =
  /\b(?:tai khoan|so) (?:\w{1,20} ){0,2}(?:cu|hom truoc|lan truoc)\b|\bnhu (?:moi )?(?:thang|khi|lan|moi)\b/;
const HERE =
  /\bso tai khoan\b|\b(?:vo|vao|qua|toi|cho) (?:so |tai khoan )?(?:nay|day|so)\b|\b\d{8}|\b(?:vo|vao|qua) tai khoan\b|\btai khoan (?:nay|ban|chi|em|me|nguoi|cua)\b/;

/** So houses speak to their customers. */
const AS_A_HOUSE = /^(?:tb|qc)\b|\b(?:quy khach|khach hang|soan|tu choi|tran trong)\b/;

const BORROWS = new RegExp(
  `\\b(?:muon|vay|giat|lay tam|ung|chuyen khoan|chuyen|bank|gui)\\b.{0,36}${SUM}|\\b(?:co|con) (?:\\w{1,20} ){0,2}(?:du|san)\\b.{0,12}${SUM}`,
);
/** Why he can't pay himself, and can't be called. */
const EXCUSE =
  /\b(?:app|tai khoan|the|ngan hang|banking|digibank|momo|han muc)\b.{0,24}\b(?:loi|bao tri|bi khoa|khoa roi|het han muc|qua han muc|treo|khong (?:chuyen|vao|dang nhap|duoc)|nang cap)\b|\b(?:qua|het|vuot) han muc\b|\bkhong chuyen (?:khoan )?duoc\b|\b(?:dung|khoi) (?:co )?goi\b|\bkhong (?:tien )?nghe (?:may|dien thoai) duoc\b|\bkhong (?:tien )?nghe may\b/;
const REPAYS =
  /\b(?:toi|chieu|mai|ti|lat|mot|sang mai|cuoi (?:ngay|tuan))\b.{0,16}\b(?:tra|gui lai|chuyen lai|chuyen khoan lai|hoan lai|bu)\b/;
const PRESSES = /\b(?:gap|lien|luon|ngay|ket|khan|vay nong)\b/;

const SAYS_WHO =
  /\b(?:bo|me|ma|ba|con|chau|anh|chi|em|co|chu|di|bac|cau|ong)(?: \w{1,20})? (?:day|ne|nek|nha me|ne me)\b|\b(?:so|sim|zalo|nick) moi\b|(?<!chuyen )\bdoi so\b|\b(?:so|may|dien thoai) (?:nay )?(?:la )?cua ban\b|\b(?:nho|muon) (?:so|may|dien thoai|zalo) ban\b/;
const SENDS = new RegExp(
  `${SUM}.{0,30}\\b(?:chuyen|gui|bank) |\\b(?:chuyen|chuyen khoan|gui|bank|dong|nop|nap|thanh toan|tra)\\b.{0,40}(?:${SUM}|\\b(?:tien|hoc phi|vien phi|so tai khoan)\\b)`,
);
const NOT_TO_BE_CALLED =
  /\b(?:dung|khoi|khong can) (?:co )?goi\b|\bkhong (?:tien )?(?:nghe|goi) (?:may |dien thoai |dt )?(?:duoc|nha|nhe|dau)\b|\b(?:mic|loa|cam|camera|song|mang)\b.{0,12}\b(?:hong|hu|loi|chap chon|yeu|kem)\b|\b(?:dien thoai|may)(?: \w{1,20}){0,2} (?:hong|hu|rot|roi|be|vo|ngam|mat)\b|\b(?:hong|hu|mat|be|vo|rot|roi) (?:mat )?(?:dien thoai|may)\b|\bso moi\b|(?<!chuyen )\bdoi so\b/;

const ENGLISH = [
  /\b(?:mum|mom|mummy|dad|daddy|grandma|grandpa|son|daughter|it s me|its me)\b/,
  /\b(?:new|temporary|friend s) (?:number|phone)\b|\bphone (?:is |got |has )?(?:broken|broke|smashed|lost|died|stolen)\b|\b(?:lost|broke|dropped|smashed) my phone\b/,
  /\b(?:pay|transfer|send|bill|money|loan|lend|borrow|invoice|payment)\b/,
] as const;

/**
 * Whether somebody begs in the name of a friend or a relative whom he makes hard to reach: a new number, a telephone
 * that broke, a banking app that fails, "don't call".
 *
 * @param plain see plainWords
 */
export function begsByName(plain: string, accounts: readonly string[]): boolean {
  if (ENGLISH.every((one) => one.test(plain))) return true;
  if (AS_BEFORE.test(plain) || AS_A_HOUSE.test(plain)) return false;
  const here = accounts.length > 0 || HERE.test(plain);
  if (!here) return [BORROWS, EXCUSE, REPAYS, PRESSES].every((one) => one.test(plain));
  return (
    ([BORROWS, EXCUSE].every((one) => one.test(plain)) &&
      [REPAYS, PRESSES].some((one) => one.test(plain))) ||
    [SAYS_WHO, SENDS, NOT_TO_BE_CALLED].every((one) => one.test(plain))
  );
}
