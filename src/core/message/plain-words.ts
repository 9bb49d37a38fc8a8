/** How people shorten words in chats, folded. What may stand for another word as well is left out ("kh", "nh"). */
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: "anh",
    acc: "tai khoan",
    ae: "anh em",
    c: "chi",
    ck: "chuyen khoan",
    ctv: "cong tac vien",
    cty: "cong ty",
    dc: "duoc",
    dt: "dien thoai",
    e: "em",
    hnay: "hom nay",
    ib: "inbox",
    k: "khong",
    ko: "khong",
    lh: "lien he",
    m: "may",
    mn: "moi nguoi",
    ng: "nguoi",
    nt: "nhan tin",
    nv: "nhan vien",
    r: "roi",
    sdt: "so dien thoai",
    stk: "so tai khoan",
    t: "toi",
    tk: "tai khoan",
    trc: "truoc",
    zl: "zalo",
  }),
);

/** Words of English that no folded Vietnamese one looks like: beside them "a" is an article. */
const ENGLISH: ReadonlySet<string> = new Set("you your is are please and with".split(" "));

/** A number before "k", "c" or "m" makes it a unit: "300k", "25m2". */
const UNITS: ReadonlySet<string> = new Set(["k", "c", "m"]);

/** The words of a message written out, single blanks between: "ck vô stk" becomes "chuyen khoan vo so tai khoan". */
export function plainWords(words: readonly string[]): string {
  if (words.some((word) => ENGLISH.has(word))) return words.join(" ");
  return words
    .map((word, at) => {
      const isUnit = UNITS.has(word) && /^\d/.test(words[at - 1] ?? "");
      return isUnit ? word : (SHORT.get(word) ?? word);
    })
    .join(" ");
}
