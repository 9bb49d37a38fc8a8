/**
 * How people shorten Vietnamese in chats and on quickly made pages, folded. Only such as mean one thing nearly
 * everywhere.
 */
const SHORT: Readonly<Record<string, string>> = {
  acc: "tai khoan",
  ck: "chuyen khoan",
  ctv: "cong tac vien",
  cty: "cong ty",
  dc: "duoc",
  dk: "dang ky",
  dki: "dang ky",
  dky: "dang ky",
  dt: "dien thoai",
  fb: "facebook",
  gd: "giao dich",
  hh: "hoa hong",
  hok: "khong",
  ib: "nhan tin",
  inbox: "nhan tin",
  ko: "khong",
  lh: "lien he",
  mk: "mat khau",
  ng: "nguoi",
  nick: "tai khoan",
  nvu: "nhiem vu",
  sdt: "so dien thoai",
  stk: "so tai khoan",
  tele: "telegram",
  tk: "tai khoan",
  trc: "truoc",
  xn: "xac nhan",
  zl: "zalo",
};
const WORD = /(?<![a-z0-9@./])[a-z]{2,5}(?![a-z0-9])/g;
/** Letters one by one, "n.a.p" or "n a p", as filters are evaded. */
const SPELLED = /(?<![a-z0-9])[a-z](?:[ ._*-][a-z]){2,20}(?![a-z0-9])/g;
const DIGIT_IN_WORD = /(?<=[a-z])[01345@$](?=[a-z])/g;
const LETTERS: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "@": "a",
  $: "s",
};

/** Folded text with short forms written out, spelled words joined, and digits inside words read as letters. */
export function plainWords(folded: string): string {
  return folded
    .replace(SPELLED, (letters) => letters.replace(/[ ._*-]/g, ""))
    .replace(DIGIT_IN_WORD, (digit) => LETTERS[digit] ?? digit)
    .replace(WORD, (word) => (Object.hasOwn(SHORT, word) ? (SHORT[word] ?? word) : word));
}
