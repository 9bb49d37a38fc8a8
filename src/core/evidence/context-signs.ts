import type { Brand, Brands } from "../lookalike/brands.ts";
import { foldText } from "../lookalike/fold.ts";
import { type AskKind, askOfField, TYPED_SECRETS } from "./ask-kinds.ts";
import type { BrandMentions } from "./brand-mentions.ts";
import { CLAIMED, type Identity } from "./claim.ts";
import { uncommonWords } from "./common-words.ts";
import type { HostFacts } from "./host-facts.ts";
import { namesOnHost } from "./names-on-host.ts";
import type { PageFacts } from "./page-facts.ts";
import { PRESSURE } from "./pressure-words.ts";

/** What speaks for a page: reasons to name a brand honestly. */
export type ContextSign =
  /** The page bears a name that its own host bears as well. */
  | "own-name"
  /** The same without any brand: weaker, for a scam is free to choose a host that fits. */
  | "named"
  | "many-brands"
  | "article"
  | "code"
  /** What is asked for goes to a known provider of payment or login. */
  | "known-provider"
  /** Fields that take nothing. */
  | "demo"
  /** Tells its readers not to give away secrets, or that it is not the brand. */
  | "advice"
  /** Its title asks what readers of a forum or a guide ask. */
  | "question"
  /** Names the company behind it, with its tax number or a way to reach it. */
  | "imprint"
  /** Its host is a name that somebody registered under .vn, where that takes papers and money. */
  | "registered"
  /** Stands on a platform where anybody publishes, under its own name. */
  | "platform"
  /** A choice to pay on delivery, to return, to get an invoice. */
  | "trade"
  /** Says that it sells for the brand; true of many small shops. */
  | "dealer"
  /** Calls itself a dealer where it says who it is, with its own company and that company's number, and takes no money to a person's account. */
  | "declared-dealer"
  /** The package is also in a store that the page leads to. */
  | "in-stores";

/** From so many letters on, half of a label is a name; a shorter one is the whole label, and what the page calls itself first. */
const LONG_ENOUGH = 5;
/** "nghiêng" has seven letters; a shorter word alone may be any syllable. */
const LONGEST_SYLLABLE = 7;

/** Whether the page bears a name of its own host: two words of seven letters, one of eight, or half of a label. */
function bearsOwnName(
  { banner, closing, marks }: PageFacts,
  { host, site, namesakes }: HostFacts,
  claimed: Brand | null,
  mentions: BrandMentions,
): boolean {
  const names = [banner, closing, ...marks.map(({ text }) => text)];
  const claimedNames = claimed === null ? [] : [claimed.name, ...claimed.aliases].map(letters);
  for (const { run, words, label, first } of namesOnHost(names, host, 2)) {
    // Below a domain anybody may put a name of his own before his trade's: "hoada.shops.com" is Hoa Đá, "flc-combo." is not.
    if (run !== label && !site.replace(/[^a-z0-9]/g, "").includes(label)) continue;
    if (words.length === 1 && run.length < LONGEST_SYLLABLE && run !== label) continue;
    if (run.length < LONG_ENOUGH && (run !== label || !first)) continue;
    if (run.length < (words.length > 1 ? 7 : 8) && run.length * 2 < label.length) continue;
    if (uncommonWords(words).length === 0 || lures(words.join(" "))) continue;
    // The name of the brand it claims is not its own, nor is any other's.
    const isBorrowed = claimedNames.some(
      (own) => own.length > 2 && (run.includes(own) || own.includes(run)),
    );
    const isNobodys = mentions.in(run).every(({ brand }) => namesakes.includes(brand.name));
    if (!isBorrowed && isNobodys) return true;
  }
  return false;
}

/** "Combo Phú Quốc giá rẻ" says what is offered, whoever it is. */
function lures(name: string): boolean {
  return Object.values(PRESSURE).some((vocabulary) => name.search(vocabulary) >= 0);
}

function letters(text: string): string {
  return foldText(text).replace(/[^a-z0-9]/g, "");
}

const ADVICE =
  /\b(?:khong|dung|chua|never|don t|do not)(?: \w{1,20}){0,5} (?:yeu cau|hoi|cung cap|(?<!dang )nhap|gui|dien|doc|chia se|thu|can|ask|enter|share)(?: [\w,]{1,20}){0,8} (?:mat khau|otp|so the|cvv|can cuoc|cccd|tien|tien phat|password|phrase|website|cum tu)\b|canh giac|canh bao lua dao|deu la lua dao|(?<!khong can )trinh bao (?:cong an|co quan)|co (?:phai |bi )?lua (?:dao )?khong|boc phot|(?:toi|minh|em) (?:suyt |da )?(?:bi lua|mat \d)|dau hieu (?:nhan biet|lua dao)|gia mao|mao danh|ke gian|(?:trang|website|chung toi)[^.]{0,30} (?:khong thuoc|khong lien (?:ket|quan)|doc lap)|khong thuoc (?:ngan hang|telegram|bat ky|co quan|evn)|trang tu nhan|khong phai (?:(?:trang|website) )?(?:chinh thuc|cua|co quan)|phishing kit|de minh hoa|hinh minh hoa|do an\b|\bclone\b|bai tap|tutorial|\bdemo\b/;
const QUESTION =
  /^cach [a-z]{1,20}|(?:lua dao|that hay gia|an toan|uy tin|hop phap|co nen|khong|the nao|lam sao|la gi|bao nhieu)(?: [a-z]{1,20}){0,3} ?\?|la gi\b|\bhoi (?:dap|ve|moi nguoi)|cho hoi/;
const IMPRINT =
  /\b(?:mst|gpkd|ma so (?:thue|doanh nghiep))\W{0,4}(?:so )?\d|giay phep so|cong ty (?:tnhh|co phan|cp)|\bho kinh doanh(?= (?!ca the|phai|can|chua|se|co|va|khi|tu|nop)[a-z0-9])|qd thanh lap|phong (?:cntt|cong nghe|dao tao|ke hoach|khao thi)|truong (?:dai hoc|cao dang|thpt)|benh vien|phong kham/;
const DEALER = /\bdai ly\b|showroom|nha phan phoi|\b[1-4]s\b/;
/** A company with its number: ten digits (Law on Enterprises 2020, Article 29), however they are cut. */
const COMPANY =
  /(?:cong ty|doanh nghiep|ho kinh doanh)[^|]{0,200}?(?:mst|msdn|ma so (?:thue|doanh nghiep)|gpkd|dkkd)[^a-z0-9]{0,4}(?:so )?\d(?:[ .-]?\d){9}/;
const STORES: ReadonlySet<string> = new Set(["play.google.com", "apps.apple.com", "f-droid.org"]);
const TRADE =
  /thanh toan khi nhan|ship cod|\bcod\b|bao hanh|doi tra|hoan tien trong \d{1,15} ngay|(?<!khong )xuat hoa don|hoa don vat|ky hop dong|sao ke|mien phi huy|huy (?:mien phi|phong)|gio hang/;

/**
 * What stands around the questions of a page and speaks for it or against it.
 *
 * @param folded its text as `foldText` makes it
 * @param claimed who it says it is; null if nobody
 */
export function contextSigns(
  facts: PageFacts,
  host: HostFacts,
  folded: string,
  claimed: Identity | null,
  asks: ReadonlySet<AskKind>,
  { brands, mentions }: { brands: Brands; mentions: BrandMentions },
): Set<ContextSign> {
  const signs = new Set<ContextSign>();
  if (!claimed?.places.has("form") && bearsOwnName(facts, host, claimed?.brand ?? null, mentions)) {
    if (claimed === null || claimed.strength < CLAIMED) signs.add("named");
    else if (claimed.brand !== null) signs.add("own-name");
  }
  const named = new Set(mentions.in(facts.text.slice(0, 16_000)).map(({ brand }) => brand));
  // Who asks for the phrase of any wallet is no guide to wallets.
  if (named.size >= 5 && !asks.has("seed-phrase")) signs.add("many-brands");
  const secrets = facts.fields.filter((field) => TYPED_SECRETS.has(askOfField(field) ?? "phone"));
  if (
    !facts.fields.some((field) => askOfField(field) !== null) &&
    facts.packages.length === 0 &&
    (facts.paragraphs >= 3 || (facts.hasArticle && facts.paragraphs >= 2))
  )
    signs.add("article");
  if (facts.codeLength > 80) signs.add("code");
  const targets = facts.forms.map(({ action }) => action).filter((action) => action !== "");
  const provider = (address: string): Brand | null => {
    const target = /^https?:\/\/([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase();
    const owner = target === undefined ? null : brands.officialOwner(target);
    return owner !== null && !owner.userContent ? owner.brand : null;
  };
  if (targets.some((target) => provider(target) !== null)) signs.add("known-provider");
  const disabled = facts.fields.filter(({ disabled }) => disabled).length;
  if (disabled > 0 && secrets.length === 0) signs.add("demo");
  if (ADVICE.test(folded)) signs.add("advice");
  if (QUESTION.test(foldText([facts.title, ...facts.headings.slice(0, 1)].join(" . "))))
    signs.add("question");
  if (IMPRINT.test(folded)) signs.add("imprint");
  if (/\bdai ly\b|cua hang|showroom|uy quyen/.test(folded)) signs.add("dealer");
  const self = foldText([facts.title, facts.banner, facts.closing].join(" . "));
  if (DEALER.test(self) && COMPANY.test(folded) && folded.search(PRESSURE["private-account"]) < 0)
    signs.add("declared-dealer");
  if (host.isRegistered) signs.add("registered");
  if (host.owner !== null) signs.add("platform");
  if (
    (claimed === null || claimed.strength < CLAIMED) &&
    facts.packages.length > 0 &&
    facts.linkHosts.some((name) => STORES.has(name))
  )
    signs.add("in-stores");
  if (TRADE.test(folded)) signs.add("trade");
  return signs;
}
