import { toCardinal as englishCardinal } from "n2words/en-GB";
import { toCardinal as vietnameseCardinal } from "n2words/vi-VN";
import type { Language } from "../language-of.ts";

/** How short forms are said. What is not here and has capitals alone is spelled. */
const SHORT: Record<Language, Readonly<Record<string, string>>> = {
  vi: {
    ANTT: "an ninh trật tự",
    BHXH: "bảo hiểm xã hội",
    CCCD: "căn cước công dân",
    CSGT: "cảnh sát giao thông",
    CSKH: "chăm sóc khách hàng",
    HĐND: "hội đồng nhân dân",
    UBND: "ủy ban nhân dân",
    eSIM: "e xim",
    ePass: "e pát",
    eTax: "e tắc",
    QR: "quy rờ",
    SIM: "xim",
    SMS: "tin nhắn",
    TP: "thành phố",
    VIP: "víp",
    VNeID: "vê nờ e i đê",
    VNeTraffic: "vê nờ e tráp phích",
    VssID: "vê ét ét i đê",
    csgt: "xê ét giê tê",
  },
  en: {
    eSIM: "e sim",
    ePass: "e pass",
    eTax: "e tax",
    SIM: "sim",
    VNeID: "V N e I D",
    VNeTraffic: "V N e traffic",
    VssID: "V S S I D",
    VIP: "V I P",
  },
};

/** Names of letters as Vietnamese announcers say them. */
const LETTERS: Readonly<Record<string, string>> = {
  A: "a",
  B: "bê",
  C: "xê",
  D: "đê",
  E: "e",
  F: "ép",
  G: "giê",
  H: "hát",
  I: "i",
  J: "gi",
  K: "ca",
  L: "lờ",
  M: "mờ",
  N: "nờ",
  O: "ô",
  P: "pê",
  Q: "quy",
  R: "rờ",
  S: "ét",
  T: "tê",
  U: "u",
  V: "vê",
  W: "vê kép",
  X: "ích",
  Y: "i dài",
  Z: "dét",
};

const WORDS = {
  vi: {
    dot: " chấm ",
    slash: " gạch chéo ",
    to: " đến ",
    percent: " phần trăm",
    at: " a còng ",
    hash: " thăng ",
    star: " sao ",
    // The first ten days of a month alone are called "mùng".
    day: (before: string, day: number) => (day <= 10 ? `${before}mùng ` : before || "ngày "),
    month: " tháng ",
    year: " năm ",
    digits: ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"],
  },
  en: {
    dot: " dot ",
    slash: " slash ",
    to: " to ",
    percent: " percent",
    at: " at sign ",
    hash: " hash ",
    star: " star ",
    day: (before: string) => before,
    month: " of month ",
    year: ", ",
    digits: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
  },
} as const;

/** Numbers of three and four digits that people dial, and that are said digit by digit; 1900 may be a year, too. */
const DIALLED = /\b(?:11[1-5]|156|5656)\b|(?<=số )1[89]00\b|\b1[89]00(?= (?:number|line)s?\b)/g;

/**
 * A text for the ear: no signs that can't be heard, numbers, dates and short forms in words, an address with its dots.
 * Read by a person or by a speech synthesiser.
 */
export function spoken(text: string, language: Language): string {
  const words = WORDS[language];
  const digitByDigit = (number: string) =>
    [...number.replace(/\D/g, "")].map((digit) => words.digits[Number(digit)]).join(" ");
  const inWords = (number: number) => numberInWords(number, language);
  return (
    text
      .replace(/[“”«»"()[\]•]/g, (sign) => (sign === "(" ? ", " : ""))
      // A telephone number: it begins with 0, +, 18 or 19 and is long, however it is grouped.
      .replace(/(?<![\d.,])\+?(?:0\d|1[89]00|84)(?:[ .-]?\d){4,}(?!\d)/g, digitByDigit)
      .replace(DIALLED, digitByDigit)
      .replace(
        /(ngày )?(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/])/gi,
        (_, before, day, month, year) =>
          `${words.day(before ?? "", Number(day))}${inWords(Number(day))}${words.month}${inWords(Number(month))}${
            year === undefined ? "" : `${words.year}${inWords(Number(year))}`
          }`,
      )
      .replace(/(?<=\d)\s*[–-]\s*(?=\d)/g, words.to)
      .replace(/(?<!\s)\s*%/g, words.percent)
      .replace(/(?<=\d)\s?đ(?=[\s.,;:!?]|$)/g, language === "vi" ? " đồng" : " dong")
      .replace(/\b([A-Z])(\d{1,3})\b/g, (_, letter, number) =>
        [letterName(letter, language), digitByDigit(number)].join(" "),
      )
      .replace(
        language === "vi"
          ? /(?<!\p{L})\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?/gu
          : /(?<!\p{L})\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/gu,
        (number) => {
          const [thousands, point] = language === "vi" ? [/\./g, ","] : [/,/g, "."];
          return inWords(Number(number.replace(thousands, "").replace(point, ".")));
        },
      )
      .replace(/\p{L}+/gu, (word) => wordInLetters(word, language))
      .replace(/(?<=\p{L})\.(?=\p{L})|(?<=\s)\.(?=\p{L})/gu, words.dot)
      .replace(/\//g, words.slash)
      .replace(/@/g, words.at)
      .replace(/#/g, words.hash)
      .replace(/\*/g, words.star)
      .replace(/(?<!\s)\s+([,.;:!?])/g, "$1")
      .replace(/,\s*(?=[.,;:!?])/g, "")
      .replace(/[^\S\n]+/g, " ")
      .trim()
      .replace(/(?:^|[.!?] )\p{Ll}/gu, (start) => start.toUpperCase())
  );
}

/** Seconds that a text takes when it is read slowly for loudspeakers, 2.5 words (in Vietnamese: syllables) a second. */
export function secondsSpoken(text: string): number {
  return countWords(text) / 2.5;
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

function numberInWords(number: number, language: Language): string {
  if (language === "en") {
    // A year is said in two halves.
    const isYear = Number.isInteger(number) && number >= 1900 && number < 2100;
    if (isYear && number % 100 >= 10) {
      return `${englishCardinal(Math.floor(number / 100))} ${englishCardinal(number % 100)}`;
    }
    return englishCardinal(number);
  }
  // The library leaves out the empty hundreds: "hai nghìn không trăm hai mươi sáu".
  const rest = number % 1000;
  if (Number.isInteger(number) && number > 1000 && rest > 0 && rest < 100) {
    const hundreds = rest < 10 ? "không trăm lẻ" : "không trăm";
    return `${vietnameseCardinal(number - rest)} ${hundreds} ${vietnameseCardinal(rest)}`;
  }
  return vietnameseCardinal(number);
}

function wordInLetters(word: string, language: Language): string {
  const known = SHORT[language][word];
  if (known !== undefined) return known;
  if (/^[A-Z]{2,5}$/.test(word)) {
    return [...word].map((letter) => letterName(letter, language)).join(" ");
  }
  return word;
}

function letterName(letter: string, language: Language): string {
  return language === "vi" ? (LETTERS[letter] ?? letter) : letter;
}
