/** After something else than money to be sent: codes, cards, accounts, or the reader himself. */
const NOT_FOR_MONEY = [
  "tell-code",
  "forward-calls",
  "card-details",
  "qr-secret",
  "remote-control",
  "hire-account",
  "job-abroad",
] as const;

const FOR_MONEY = [
  "pay-to-receive",
  "held-parcel",
  "sure-profit",
  "money-back",
  "job-deposit",
  "pay-unseen",
  "dating-fee",
  "secret-transfer",
  "new-account",
  "wrong-transfer",
  "bulk-order",
  "blackmail",
  "cut-off-alone",
  "false-staff",
  "cursed-charity",
] as const;

/**
 * Ways of robbing people that their own words give away: no model is needed to know them, and none may forget them.
 * Each is said as a reason of its own.
 */
export const TRAPS = [...NOT_FOR_MONEY, ...FOR_MONEY] as const;
export type Trap = (typeof TRAPS)[number];

/** Those whose victims send money. */
export const MONEY_TRAPS: ReadonlySet<string> = new Set(FOR_MONEY);

/**
 * One way in which a trap is put: every pattern of `all` stands in the plain words (see plainWords), and `none` does
 * not. Gaps in patterns are bounded, so that no message takes long.
 */
export interface TrapShape {
  all: readonly RegExp[];
  none?: RegExp;
}
