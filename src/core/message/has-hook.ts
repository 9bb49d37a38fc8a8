import type { AddressKind } from "./features.ts";
import { luresIn } from "./lures-in.ts";
import { ALARMS, type Manner } from "./manner.ts";
import type { ReadMessage } from "./read-facts.ts";
import { givesCode, type Wording } from "./wording.ts";

/** Signs between letters by the hundred characters: slips beside a way to go on, and too many to be slips. */
const NOISE = { some: 0.3, much: 3 };
const TALKED_ABOUT: ReadonlySet<Manner> = new Set(["loan", "debt", "emergency"]);
/** Where a house is at home. */
const HARMLESS: ReadonlySet<AddressKind> = new Set(["official", "institution", "app-link"]);
/** Doubtful only beside an ask: shops, papers and clubs all have one. */
const SHARED_DAILY: ReadonlySet<AddressKind> = new Set(["vn", "other"]);
const THREATS: readonly Wording[] = ["threat-arrest", "threat-cut-off"];
const ASKS: readonly Wording[] = ["ask-transfer", "ask-otp", "ask-install"];
/** A number that costs its caller nothing is a house's: "(0d)". */
const TOLL_FREE = /\d ?\((?:0 ?d|mien phi)\b/;
/** The number of who reads it: "thue bao 09…". */
const READERS_NUMBER = /\b(?:tb|thue bao)(?: so| mobile)? ?(?:0|84)\d{9}\b/g;
const MESSENGER = /\b(?:zalo|zl|tele|telegram|viber|messenger)\b/;
const ACCOUNT = /\b(?:stk|so tk|tai khoan)\b/;
/** Alms go to an account that nobody asks about. */
const APPEAL = /\b(?:ung ho|quyen gop|long hao tam|manh thuong quan)\b/;

/**
 * Whether a message holds anything that could lead its reader into harm: an address that is not its house's own, a
 * number, an account, a lure or an ask, letters disguised from filters, or a sender that no such house has. The model
 * alone may not warn of others, however much their words look like those of scams: "shipper 09… se goi ban".
 */
export function hasHook(message: ReadMessage): boolean {
  const { text, wording, addresses, contacts, sender } = message;
  const is = (...some: Manner[]) => some.some((one) => message.manner.includes(one));
  const asks = (...some: Wording[]) => some.some((one) => wording.includes(one));
  const noisy = text.noise > NOISE.some;
  const lured = luresIn(message.manner, text.folded);
  const lures =
    noisy ||
    lured.length > 0 ||
    is(...ALARMS) ||
    wording.some((one) => one !== "urgency" && one !== "ask-login");
  const doubtful = addresses.some(({ kind }) => {
    // "Bấm vào xem đường" stands beside maps and videos all day.
    if (kind === "platform") return lures;
    return !HARMLESS.has(kind) && (!SHARED_DAILY.has(kind) || lures || wording.length > 0);
  });
  const givesPassword = givesCode(text.words);
  const account = contacts.accounts.length > 0 && !givesPassword;
  const own = text.folded.match(READERS_NUMBER)?.length ?? 0;
  const mobiles = contacts.phones.filter(isMobile).length;
  const phone = mobiles > own && !givesPassword && !TOLL_FREE.test(text.folded);
  const reached = account || phone || asks("ask-contact");

  if (!doubtful) {
    // A warning that leads nowhere can rob nobody, nor can a house's notice with its own address.
    if (!reached && (is("warns-itself") || message.warnsOthers || addresses.length > 0))
      return false;
    const asked = asks(...ASKS, ...THREATS) || (asks("ask-contact") && MESSENGER.test(text.folded));
    if (addresses.length > 0 && lured.length === 0 && !asked) return false;
  }
  if (is("balance") && !asks("ask-transfer", "ask-contact", "ask-login")) {
    // Card notices name the shop where it was paid: "GOOGLE *HOLD g.co/helppay".
    if (!doubtful || addresses.every(({ kind }) => kind === "platform")) return false;
  }
  const loginElsewhere = asks("ask-login") && (!givesPassword || message.brandElsewhere);
  if ((is("code") || givesPassword) && !reached && !loginElsewhere) {
    const atHome = addresses.every(({ kind }) => HARMLESS.has(kind) || kind === "vn");
    if (atHome && !is("other-device", "pay-or-cancel")) return false;
  }
  if (
    doubtful ||
    (account && lures) ||
    (text.noise > NOISE.much && text.words.length > 2) ||
    (reached && noisy)
  )
    return true;
  if (sender === "personal_number" && speaksForHouse(message)) return true;
  // Loans, debts and hospitals are talked about every day; there is no harm where nobody is to be reached or paid.
  const asked = reached || is("service-syntax");
  if (lured.some((lure) => asked || wording.length > 0 || !TALKED_ABOUT.has(lure))) return true;
  if (ACCOUNT.test(text.folded) && APPEAL.test(text.folded)) return true;
  // Rooms, used bicycles and lessons are offered with a number to call.
  const calls = !MESSENGER.test(text.folded);
  return reached
    ? wording.some(
        (one) => one !== "urgency" && one !== "ask-transfer" && !(calls && one === "ask-contact"),
      )
    : asks("threat-arrest", "ask-otp", "ask-install", "task-pay", "gambling") ||
        // A house that has locked a card says so, and names its counter or its hotline.
        (asks("threat-cut-off") && sender === "personal_number");
}

/** Houses write from a name or a short number of theirs, and sell services of theirs there. */
function speaksForHouse({ manner, namesBrand, signedBy }: ReadMessage): boolean {
  if (manner.includes("code")) return false;
  return (
    manner.includes("service-syntax") ||
    signedBy !== null ||
    (namesBrand && (manner.includes("courteous") || manner.includes("notice")))
  );
}

function isMobile(phone: string): boolean {
  return /^0[35789]/.test(phone);
}
