import { bankNamed } from "../contact/bank-names.ts";
import { zeroForO } from "../contact/zero-for-o.ts";
import { foldText } from "../lookalike/fold.ts";

/** A number with what people copy along with it: "STK: 0123456789 - MB Bank - NGUYEN VAN A". */
export interface NumberLine {
  /** As written, signs between digits included. */
  number: string;
  /** What the words beside it say that it is; null if they don't. */
  said: "phone" | "account" | null;
  /** Name of the bank or wallet in the brands artifact, or null. */
  bank: string | null;
  /** Whose account it is said to be, as written; empty if nobody is named. */
  holder: string;
}

/** A longer text is a message, whatever is in it. */
const LONGEST = 200;
/** Of names and labels. */
const MOST_WORDS = 6;
/** Digits with the signs that people put between them. */
const NUMBER = /(?:\(?\+\s?)?\(?\d(?:[\s.·•,'’>_/()[\]|*\u2010-\u2015\u2212+-]*\d)*/g;
/** A dot or "@" within words: an address, which is read otherwise. */
const OF_ADDRESS = /[\p{L}\p{N}][.@][\p{L}\p{N}]|:\/\//u;

const ACCOUNT_WORDS = wordsOf(
  "stk tk sotk sotaikhoan taikhoan taikhoannganhang sotaikhoannganhang account accountnumber accountno acc banknumber",
);
const PHONE_WORDS = wordsOf(
  "sdt dt sodt sodienthoai dienthoai dienthoaididong didong dtdd dd tel phone phonenumber mobile cell hotline tongdai " +
    "zalo viber whatsapp telegram imo lh lienhe goi call alo viettel vinaphone vina mobifone mobi vietnamobile itel",
);
const HOLDER_WORDS = wordsOf(
  "chutk chutaikhoan ctk nguoinhan nguoithuhuong tennguoinhan tenchutaikhoan tentaikhoan tentk ten name owner accountname holder",
);
/** What follows is a place. */
const BRANCH_WORDS = wordsOf("chinhanh cn branch");
/** What stands between those and says nothing more. */
const FILLERS = wordsOf("so tai o cua la va nganhang nh bank vi at no number nhan chuyenkhoan");
/** Half of all family names of the country and more than nine tenths of its people; "Mã" is a code more often. */
const FAMILY_NAMES = wordsOf(
  "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh doan luong luu mai dao lam ha to ta " +
    "truong cao thai chau quach vuong kieu tang phung nghiem la thach son danh lo vi nong hua tong trieu cu",
);
const HOUSES = /^(?:cong ty|cty|tnhh|ho kinh doanh|hkd|cua hang|shop|doanh nghiep)\b/;

/**
 * Reads a text that is one number and the words people copy along with it: labels, the name of a bank, whose account
 * it is. Never throws.
 *
 * @returns null if there is no number or more than one, or if the words say anything else: then it is a message
 */
export function readNumberLine(text: string): NumberLine | null {
  if (text.length > LONGEST) return null;
  // Copied numbers often bring marks of direction along that nobody sees.
  const plain = zeroForO(text.normalize("NFKC").replace(/\p{Cf}/gu, ""));
  const [run, another] = plain.matchAll(NUMBER);
  if (run === undefined || another !== undefined) return null;
  const before = plain.slice(0, run.index);
  const after = plain.slice(run.index + run[0].length);
  if (OF_ADDRESS.test(`${before}0${after}`)) return null;
  const said = readWords([before, after]);
  return said === null ? null : { number: run[0], ...said };
}

function readWords(sides: readonly string[]): Omit<NumberLine, "number"> | null {
  let said: NumberLine["said"] = null;
  let bank: string | null = null;
  let isHolderSaid = false;
  let isBranch = false;
  const holder: string[] = [];
  for (const side of sides) {
    const words = side.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    const folded = words.map(foldText);
    for (let at = 0; at < words.length; ) {
      const label = longest(
        folded,
        at,
        (joined) => LABELS.has(joined) || (bank === null && bankNamed(joined) !== null),
      );
      if (label === null) {
        if (!isBranch) holder.push(words[at] ?? "");
        at++;
        continue;
      }
      isBranch = BRANCH_WORDS.has(label.joined);
      if (ACCOUNT_WORDS.has(label.joined)) said = "account";
      else if (PHONE_WORDS.has(label.joined)) said ??= "phone";
      else if (HOLDER_WORDS.has(label.joined)) isHolderSaid = true;
      else bank ??= bankNamed(label.joined);
      at = label.end;
    }
  }
  const isHolder = isHolderSaid || ((said !== null || bank !== null) && isName(holder));
  return holder.length > 0 && !isHolder ? null : { said, bank, holder: holder.join(" ") };
}

/** The longest run of words that begins at `at` and is one of a kind, and where it ends. */
function longest(
  folded: readonly string[],
  at: number,
  isOne: (joined: string) => boolean,
): { joined: string; end: number } | null {
  for (let end = Math.min(folded.length, at + MOST_WORDS); end > at; end--) {
    const joined = folded.slice(at, end).join("");
    if (isOne(joined)) return { joined, end };
  }
  return null;
}

/** Of a person, family name first, or of a firm; other words are a sentence. */
export function isName(words: readonly string[]): boolean {
  const folded = words.map(foldText);
  if (HOUSES.test(folded.join(" "))) return words.length <= 12;
  return words.length > 1 && words.length <= MOST_WORDS && FAMILY_NAMES.has(folded[0] ?? "");
}

const LABELS: ReadonlySet<string> = new Set([
  ...ACCOUNT_WORDS,
  ...PHONE_WORDS,
  ...HOLDER_WORDS,
  ...BRANCH_WORDS,
  ...FILLERS,
]);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
