import type { Brand } from "../lookalike/brands.ts";
import { foldText } from "../lookalike/fold.ts";
import { askOfField, TYPED_SECRETS } from "./ask-kinds.ts";
import type { BrandMentions, Mention } from "./brand-mentions.ts";
import { CLAIMED, type ClaimPlace, type Identity, strengthOf } from "./claim.ts";
import { claimedOffice } from "./claimed-office.ts";
import { uncommonWords } from "./common-words.ts";
import type { HostFacts } from "./host-facts.ts";
import type { PageFacts } from "./page-facts.ts";

/** Words that a brand's own page has beside its name in a title: what the page does, not another name. */
const SERVICE =
  /^(?:dang|nhap|ky|login|log|sign|signin|in|on|up|online|internet|banking|e?bank|digibank|ibank|digital|smart|smartbanking|neo|one|ipay|x|app|mobile|official|chinh|thuc|viet|nam|vietnam|vn|ung|dung|tren|google|play|store|xac|minh|cap|nhat|kich|hoat|trang|chu|cong|thong|tin|welcome|to|your|account|tai|khoan|khach|hang|ca|nhan|portal|id|center|support|ho|tro|tri|an|tang|khao|sat|wallet|express|pay|24|7|247|the|tin|mua|mall|of|cua|va|dien|thanh|toan|hoa|don|tien|vay|nhanh|sim|nang|4g|5g)$/;

/**
 * Whom the page claims to be, strongest claim only; null if nobody. The caller has seen that the host is not trusted.
 *
 * @param sold brands that are only sold here (brandsSold); they ask in a form alone
 */
export function claimedIdentity(
  facts: PageFacts,
  host: HostFacts,
  sold: ReadonlySet<string>,
  { mentions, brandNamed }: { mentions: BrandMentions; brandNamed: (name: string) => Brand | null },
): Identity | null {
  const claims = new Map<Brand, Set<ClaimPlace>>();
  const claim = (brand: Brand, place: ClaimPlace) => {
    if (brand.name === host.owner || host.namesakes.includes(brand.name)) return;
    if (sold.has(brand.name) && !place.startsWith("form")) return;
    const places = claims.get(brand) ?? new Set();
    claims.set(brand, places.add(place));
  };
  inTitle(facts.title, mentions, claim);
  inMarks(facts, mentions, claim);
  for (const { brand } of fewOf(mentions.in(facts.banner))) claim(brand, "banner");
  for (const heading of facts.headings.slice(0, 12)) {
    for (const { brand } of fewOf(mentions.in(heading))) claim(brand, "heading");
  }
  const owned = /©|\(c\)|bản quyền|copyright/i.test(facts.closing);
  const closing = foldText(facts.closing).match(/[a-z0-9]+/g) ?? [];
  for (const { brand, at } of fewOf(mentions.in(facts.closing))) {
    if (PARTNER.test(closing.slice(Math.max(0, at - 8), at).join(" "))) continue;
    // "Facebook: our page" is a way to reach somebody.
    if (owned || brand.sector !== "platform") claim(brand, "closing");
  }
  for (const { brand } of fewOf(mentions.in(host.path.slice(0, 200)))) claim(brand, "path");
  inForms(facts, mentions, claim);
  inWords(facts, mentions, claim);
  for (const { brand, strong } of host.resemblances) {
    const owner = brand === null ? null : brandNamed(brand);
    if (owner !== null) claim(owner, strong ? "host-strong" : "host-weak");
  }
  for (const assetHost of facts.assetHosts) {
    for (const brand of claims.keys()) {
      if (
        brand.domains.some((domain) => assetHost === domain || assetHost.endsWith(`.${domain}`))
      ) {
        claim(brand, "assets");
      }
    }
  }
  let best: Identity | null = null;
  for (const [brand, places] of claims) {
    const onPage = [...places].some(
      (place) => !place.startsWith("host-") && place !== "assets" && place !== "path",
    );
    if (!onPage) continue;
    const strength = strengthOf(places);
    if (best === null || strength > best.strength) {
      best = { brand, name: brand.name, places, strength };
    }
  }
  const office = claimedOffice(facts);
  if (office !== null && (best === null || best.strength < CLAIMED)) return office;
  return best;
}

/** What stands before the names of those that a site works with, is paid through, or sells for. */
const PARTNER =
  /(?:thanh toan|giao hang|van chuyen|doi tac|hop tac|lien ket|ket noi|dai ly|phan phoi|uy quyen|chung nhan|thong bao|dang ky|giay phep|theo doi|cap phep|powered|payments?|partners?|shipping|follow)(?: [a-z0-9]{1,20}){0,6}$/;

/** "Nguồn csgt.vn" says where something was taken from. */
const SOURCE = /\b(?:nguon|theo|du lieu(?: tu| cua)?)$/;

/** Who stands in the foot of other people's sites: ways to pay, carriers, networks, seals. */
const IN_FEET: ReadonlySet<string> = new Set([
  "wallet",
  "payment",
  "logistics",
  "platform",
  "anti-scam",
  "government",
  "ecommerce",
]);

/** More than two names in one place are a list of names, not a name. */
function fewOf(found: Mention[]): Mention[] {
  return new Set(found.map(({ brand }) => brand)).size > 2 ? [] : found;
}

function inTitle(
  title: string,
  mentions: BrandMentions,
  claim: (brand: Brand, place: ClaimPlace) => void,
): void {
  const all = new Set(fewOf(mentions.in(title)).map(({ brand }) => brand));
  if (all.size === 0) return;
  for (const segment of title.split(/\s[-–—|·:]\s|[|–—:»]/)) {
    for (const { brand, at, length } of mentions.in(segment)) {
      if (!all.has(brand)) continue;
      const words = foldText(segment).match(/[a-z0-9]+/g) ?? [];
      if (SOURCE.test(wordsBefore(segment, at))) continue;
      const before = words.slice(0, at).filter((word) => !SERVICE.test(word));
      const after = uncommonWords(words.slice(at + length)).filter((word) => !SERVICE.test(word));
      claim(
        brand,
        before.length === 0 && (at === 0 ? after.length < 7 : after.length === 0)
          ? "title"
          : "title-mention",
      );
    }
  }
}

function inMarks(
  { marks }: PageFacts,
  mentions: BrandMentions,
  claim: (brand: Brand, place: ClaimPlace) => void,
): void {
  const places = new Map<Brand, ClaimPlace>();
  const below = marks.filter(({ inFoot }) => inFoot);
  const inRow = new Set(below.flatMap(({ text }) => mentions.in(text).map(({ brand }) => brand)));
  for (const { text, linksTo, inFoot } of marks) {
    for (const { brand, words, length, at } of fewOf(mentions.in(text))) {
      if (inFoot && (inRow.size > 1 || IN_FEET.has(brand.sector))) continue;
      if (brand.domains.some((domain) => linksTo === domain || linksTo.endsWith(`.${domain}`)))
        continue;
      if (words - length <= 4) places.set(brand, "logo");
      // A picture with more words on it that begin with the name is a banner.
      else if (at === 0 && !places.has(brand)) places.set(brand, "banner");
    }
  }
  // A row of banks' logos is a choice of ways to pay.
  if (places.size > 3) return;
  for (const [brand, place] of places) claim(brand, place);
}

/** "Mật khẩu Zalo", "Đăng nhập vào Facebook" beside a secret field: there the name asks, whoever the page is. */
function inForms(
  { fields, forms }: PageFacts,
  mentions: BrandMentions,
  claim: (brand: Brand, place: ClaimPlace) => void,
): void {
  const secret = fields.filter((field) => TYPED_SECRETS.has(askOfField(field) ?? "phone"));
  for (const { label, hint } of secret.slice(0, 20)) {
    const called = `${label} ${hint}`;
    for (const { brand, at } of fewOf(mentions.in(called)))
      if (brand.sector !== "platform" || !VIA.test(wordsBefore(called, at))) claim(brand, "form");
  }
  for (const index of new Set(secret.map(({ form }) => form))) {
    const around = forms[index]?.around ?? "";
    if (!/dang nhap|log ?in|sign ?in|xac (?:minh|thuc)|mat khau|password/.test(foldText(around)))
      continue;
    const [head = ""] = around.split(" | ");
    if (head.length <= LONGEST_HEAD)
      // The name alone above the fields, as on the brand's own page.
      for (const { brand, words, length } of fewOf(mentions.in(head)))
        claim(brand, words === length ? "form" : "form-head");
    for (const sentence of around.split(/[.!?\n|]/)) {
      const named = fewOf(mentions.in(sentence));
      for (const mention of named)
        if (isAskedFor(sentence, mention.at) && !isOneOfTwo(mention, named))
          claim(mention.brand, "form");
    }
  }
}

/** "Mã gửi qua Zalo", "Đăng nhập bằng GitHub": the way by which somebody else's code comes, or who vouches for one. */
const VIA = /\b(?:qua|via|by|bang|voi|with|using)$/;

function wordsBefore(text: string, at: number): string {
  return (foldText(text).match(/[a-z0-9]+/g) ?? []).slice(0, at).join(" ");
}

/** What stands right above a form is its heading if it is short. */
const LONGEST_HEAD = 100;

/**
 * Words of logging in; "đăng nhập với Google" offers a choice, "đăng nhập Google", "vào Google" and "mật khẩu Google" ask
 * for its secret.
 */
const LOG_IN =
  /(?:dang nhap|log ?in|sign ?in|xac (?:minh|thuc))((?: [a-z0-9]{1,20}){0,3})$|(?:mat khau|password)((?: (?:cua|tai khoan))?)$/;

/** Whether the name that stands after so many words is what one is to log in to. */
function isAskedFor(sentence: string, at: number): boolean {
  const found = LOG_IN.exec(wordsBefore(sentence, at));
  return (
    found !== null && !/\b(?:voi|bang|with|using|qua|single|sso|hoac|or)\b/.test(found[1] ?? "")
  );
}

/** "Đăng nhập … Facebook Google": buttons side by side are a choice of who vouches for one. */
function isOneOfTwo({ brand, at, length }: Mention, named: readonly Mention[]): boolean {
  return named.some(
    (other) =>
      other.brand !== brand &&
      other.brand.sector === "platform" &&
      brand.sector === "platform" &&
      (other.at - at - length === 0 || at - other.at - other.length === 0),
  );
}

/** A name that is said again and again, and hardly another beside it. */
function inWords(
  { text }: PageFacts,
  mentions: BrandMentions,
  claim: (brand: Brand, place: ClaimPlace) => void,
): void {
  const counts = new Map<Brand, number>();
  for (const { brand } of mentions.in(text.slice(0, 8_000)))
    counts.set(brand, (counts.get(brand) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first !== undefined && first[1] >= 3 && first[1] >= 2 * (second?.[1] ?? 0))
    claim(first[0], "words");
}
