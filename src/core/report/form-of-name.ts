import { foldText } from "../lookalike/fold.ts";

/** Whose name is borrowed tells the form of scam; the first that fits counts. Folded names; ids of src/content. */
const FORMS: readonly (readonly [name: RegExp, form: string])[] = [
  [
    /\bfinance\b|credit\b|hd saison|^(jaccs|f88|tima|tamo|fundiin|kredivo|doctor dong)/,
    "fake-lender-bank",
  ],
  [/^evn|\bdien luc\b/, "fake-evn"],
  [/\b(vetc|epass)\b|thu phi/, "fake-toll-app"],
  [/csgt|canh sat giao thong|phat nguoi/, "fake-traffic-fine"],
  [/(?<!cho )\bthue\b/, "fake-tax-officer"],
  [/vneid|dinh danh dien tu|dich vu cong/, "fake-vneid-apk"],
  [/\bbhxh\b|vssid|bao hiem (xa hoi|that nghiep)/, "fake-welfare-gift"],
  [/^cic\b|thong tin tin dung/, "cic-incident"],
  [/dat dai/, "land-book-cleanup"],
  [/cong an|canh sat|vien kiem sat|toa an|co quan.{0,80} dieu tra/, "fake-police-court"],
  [/bo giao duc|so giao duc/, "fake-school-admission"],
  [/^telegram/, "telegram-otp-theft"],
  [/^(facebook|zalo$|instagram|tiktok)/, "social-account-takeover"],
  [/^(viettel$|vnpt(?! money)|mobifone|vietnamobile)/, "sim-lock-threat"],
  [
    /^(buu dien|ems|viettel post|giao hang|j&t|spx|ninja van|best express|ahamove|dhl|fedex|ups|usps|sf express|cainiao|royal mail)/,
    "fake-shipper",
  ],
  [/airlines|airways|^(vietjet|duong sat|vexere)/, "fake-ticket"],
  [/^(traveloka|booking|agoda|airbnb)/, "cheap-travel-combo"],
  [/garena|^(roblox|vng|riot|pubg|mobile legends|minecraft|steam)/, "game-gift-phishing"],
  [/chu thap do|mat tran to quoc|^(unicef|save the children|unhcr)/, "fake-charity"],
  [
    /chung khoan|^(ssi|vps|hsc|vcbs|tcbs|mbs|dnse|mirae|finhay|infina|vndirect|exness|tradingview)\b/,
    "fake-investment",
  ],
  [
    /bank|^(bidv|acb|vib|shb|ocb|msb|scb|ncb|mbv|vcbneo|hsbc|uob|standard chartered|timo|tnex|cake)\b|ngan hang (?!nha nuoc)/,
    "fake-bank-biometric",
  ],
];

/**
 * The form of scam in which this name is borrowed most.
 *
 * @param name of an organisation, as the brands or a page write it
 * @returns id of a form, or null where the name tells nothing
 */
export function formOfName(name: string): string | null {
  const folded = foldText(name);
  return FORMS.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}
