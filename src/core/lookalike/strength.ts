import type { Brand } from "./brands.ts";
import type { Ending } from "./ending.ts";
import type { Seen } from "./label-reading.ts";
import { LONG_NAME, type Name } from "./name-index.ts";
import { BAIT_WORDS, LOCAL_BAIT, WORLDWIDE } from "./words.ts";

/** Of these, such as people keep money with. */
const MONEY = new Set(["crypto", "payment"]);

/** Of these, whose names with a number put to them are used for tasks and bets, and by hardly an honest house. */
const NUMBERED = new Set(["ecommerce", "retail", "payment", "logistics", "game"]);

/** Whose names, even common ones, are registered under cheap endings by nobody but those who pose as them. */
const OFFICES = new Set(["bank", "digital-bank", "wallet", "government"]);

/** Worldwide sectors whose sites for Viet Nam stand under a few endings that are known. */
const FOUND_HERE = new Set(["travel", "retail", "insurance", "trading"]);

/** Whether honest hosts of this shape are so rare that a warning may rest on it. */
export function isStrong(
  seen: Seen,
  bait: readonly string[],
  ending: Ending,
  { mimics, inVn }: { mimics: boolean; inVn: boolean },
): boolean {
  const { name, words } = seen;
  const { length } = name.text;
  const foreign = ending === "country";
  const abroad = foreign && !isAtHomeAbroad(name.brand);
  const baited = bait.length > 0;
  if (length < 3) return bait.some((word) => word.length > 3) && !abroad;
  // Those names are registered under .vn by nobody but their owners and those who pose as them.
  const posing = inVn && name.brand.sector === "platform" && length >= 6;
  const weak = name.weak && !posing;
  const telling = name.telling >= LONG_NAME || length >= 9;
  // Developers document exchanges on such hosts ("binance-docs.github.io"), but nobody services that send money.
  if (ending === "shared" && !name.common && name.brand.sector === "payment") return true;
  if (mimics) return length >= LONG_NAME || baited || !weak;
  switch (seen.class) {
    case "IDN_EQ":
      return length >= LONG_NAME && telling && !name.common;
    case "XTLD":
      if (ending === "vn") return isNeverInVn(name);
      if (posing) return true;
      if (ending === "cheap" && OFFICES.has(name.brand.sector) && length > 4) return true;
      if (ending === "cheap" && !weak && length === 4) return true;
      if (!name.common && length >= LONG_NAME && ending === "cheap") {
        return !name.weak || FOUND_HERE.has(name.brand.sector);
      }
      if (weak || length < LONG_NAME || abroad) return false;
      if (name.brand.sector === "government") return true;
      return ending === "cheap" || ending === "shared" || (ending === "plain" && name.telling > 6);
    case "HYPHEN":
    case "COMBO":
      if (weak && isNumbered(words) && !foreign && ending !== "vn") {
        if (!name.common || (length > 2 && isNumberedBrand(name.brand))) return true;
      }
      if (OFFICES.has(name.brand.sector) && isOfVietnam(words) && !foreign && ending !== "vn")
        return true;
      if (weak && seen.class === "HYPHEN" && ending === "plain" && bait.some(isOfLogin))
        return true;
      if (weak && ending === "cheap" && length > 5 && words.length > 0) return true;
      if (weak) return baited && !abroad && (ending !== "plain" || isPointed(bait));
      if (length < LONG_NAME)
        return (
          baited ||
          ending === "cheap" ||
          (ending === "plain" && (isNumbered(words) || isOfVietnam(words)))
        );
      return baited || !abroad;
    case "TYPO":
      // "faceb00k": nobody writes a long name so and nothing else but to be taken for it.
      if (seen.leet && words.length === 0 && length > 5 && !foreign) return true;
      if (weak || length < 6) return baited && !abroad && length > 5;
      if (length < 7)
        return baited || ending === "cheap" || (ending === "vn" && words.length === 0);
      if ((length < 8 || name.telling < 6) && ending === "plain") return baited;
      if (seen.garbled) return ending === "cheap" || ending === "plain" || baited;
      return !foreign || baited;
    case "EMBED":
      if (weak && length > 7 && MONEY.has(name.brand.sector) && ending === "cheap") return true;
      if (weak && ending === "plain") {
        if (isSerial(seen) || (length > 5 && isFollowed(seen) && isOfMoney(name))) return true;
      }
      if (weak) return baited && length >= 6 && (ending === "cheap" || ending === "shared");
      if (!telling) return (baited || seen.starts) && !abroad && ending !== "vn";
      if (length < 6) return (ending === "cheap" || baited) && !abroad;
      return baited || !foreign || (seen.starts && (!abroad || name.telling > 7));
    default:
      return false;
  }
}

/** True if a few characters without a meaning follow the name, as with those who register hosts by the dozen. */
function isFollowed({ starts, after = "", name }: Seen): boolean {
  return starts && after.length < (name.brand.sector === "crypto" ? 5 : 3);
}

/** The same with a number in the end: "tiktokcd6", but not a format of files. */
function isSerial({ starts, after = "", name }: Seen): boolean {
  return starts && name.text.length > 5 && /^(?!mp\d)[a-z]{1,3}\d{1,4}$/.test(after);
}

function isOfMoney({ common, brand }: Name): boolean {
  return !common && MONEY.has(brand.sector);
}

function isOfVietnam(words: readonly string[]): boolean {
  return words.some((word) => word === "vn" || word === "viet" || word === "vietnam");
}

/** What only the house itself may ask for. */
const LOGIN = new Set(
  "login signin logon verify verification unlock register restore recover recovery kyc airdrop".split(
    " ",
  ),
);
function isOfLogin(word: string): boolean {
  return LOGIN.has(word);
}

/** Exchanges and wallets from abroad hold no names under .vn. */
function isNeverInVn({ common, telling, brand }: Name): boolean {
  return !common && telling > LONG_NAME && brand.sector === "crypto";
}

function isNumberedBrand({ sector, domains }: Brand): boolean {
  // Games and consoles from abroad have numbers in their own names: "nintendo64".
  return NUMBERED.has(sector) && (sector !== "game" || domains.some((one) => one.endsWith(".vn")));
}

/** True if the name has a number put to it and nothing else, as those do who register hosts by the dozen. */
function isNumbered(words: readonly string[]): boolean {
  return words.length === 1 && /^\d{2,}$/.test(words[0] ?? "");
}

/** True if the bait is Vietnamese, or there is more than one word of it. */
function isPointed(bait: readonly string[]): boolean {
  return bait.length > 1 || bait.some((word) => LOCAL_BAIT.has(word));
}

/** True if the brand names its domains in several countries, so that another country's is none of them. */
function isAtHomeAbroad({ domains, sector }: Brand): boolean {
  const countries = domains.filter(
    (domain) => /\.[a-z]{2}$/.test(domain) && !domain.endsWith(".vn"),
  );
  return countries.length > 2 && !WORLDWIDE.has(sector);
}

/** Whether a name before somebody else's domain is enough for a warning. */
export function isStrongBefore(
  seen: Seen,
  bait: readonly string[],
  ending: Ending,
  around: { mimics: boolean; copied: boolean; baitLabel: boolean },
): boolean {
  const { name } = seen;
  const clear = seen.class !== "EMBED" && seen.class !== "TYPO";
  const long = name.text.length >= LONG_NAME;
  if (around.copied) return true;
  if (seen.class === "IDN_EQ") return long && !name.common;
  if (!clear) {
    const edge = seen.class === "EMBED" && name.telling >= LONG_NAME && !name.weak;
    return edge && name.text.length > LONG_NAME && ending !== "country";
  }
  if (around.mimics || (around.baitLabel && ending !== "country")) return true;
  if (name.brand.sector === "government" && name.text.length > 7 && ending !== "country")
    return true;
  if (name.weak) return name.text.length > LONG_NAME && ending !== "country" && ending !== "plain";
  // A bank's short name as a whole label: "bidv.abc.com".
  if (seen.class === "XTLD" && !long) return ending !== "country" && OFFICES.has(name.brand.sector);
  return long && (bait.length > 0 || ending !== "country");
}

/** True if a registered label begins a token with bait: "hotro247-khuyenmai". */
export function isBaitLabel(owned: string): boolean {
  return owned.split("-").some((token) => {
    for (let length = Math.min(token.length, 16); length > LONG_NAME; length--) {
      if (BAIT_WORDS.has(token.slice(0, length))) return true;
    }
    return BAIT_WORDS.has(token);
  });
}
