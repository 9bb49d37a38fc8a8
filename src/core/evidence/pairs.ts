import { type AskKind, TYPED_SECRETS } from "./ask-kinds.ts";
import type { Identity } from "./claim.ts";
import type { ConcealSign } from "./conceal-signs.ts";
import type { ContextSign } from "./context-signs.ts";
import type { HostSign } from "./host-signs.ts";
import type { PressureSign } from "./pressure-words.ts";
import type { SinkSign } from "./sink-signs.ts";

/** What is honest by itself, but not together. */
export type Pair =
  | "name-and-secret"
  | "name-and-money"
  | "name-and-private-account"
  | "host-and-secret"
  | "host-and-money"
  | "fee-to-person"
  | "threat-to-person"
  | "secret-to-service"
  | "state-money"
  | "password-and-otp"
  | "account-and-secret"
  | "pay-to-earn"
  | "pay-for-prize"
  | "secret-for-prize"
  | "secret-for-vote"
  | "secret-under-threat"
  | "papers-for-credit"
  | "pay-for-credit"
  | "earn-by-chat"
  | "prepay-to-person"
  | "nameless-money"
  | "nameless-lure"
  | "package-and-update"
  | "held-and-infected"
  | "secret-in-hidden-words"
  | "check-and-command";

const NAMES = [
  "platform",
  "named",
  "own-name",
  "imprint",
  "known-provider",
  "article",
  "advice",
] as const;

/** Pairs of signs from the forms of scam (facts on Viet Nam, section 2.2), where two honest things make a trap. */
export function pairsOf({
  identity,
  asks,
  pressures,
  sinks,
  conceals,
  hostSigns,
  context,
}: {
  identity: Identity | null;
  asks: ReadonlySet<AskKind>;
  pressures: ReadonlyMap<PressureSign, number>;
  sinks: ReadonlyMap<SinkSign, string>;
  conceals: ReadonlySet<ConcealSign>;
  hostSigns: readonly HostSign[];
  context: ReadonlySet<ContextSign>;
}): Pair[] {
  const any = (...some: AskKind[]) => some.some((ask) => asks.has(ask));
  const says = (...some: PressureSign[]) => some.some((sign) => pressures.has(sign));
  const isState =
    identity !== null && (identity.brand === null || identity.brand.sector === "government");
  const takesSecrets = [...asks].some((ask) => TYPED_SECRETS.has(ask));
  const takesPapers = any("id-number", "id-photo", "contacts");
  const takesMoney = any("deposit", "transfer") || says("fee-first");
  const earns = says("paid-task", "guaranteed-return", "money-recovery");
  const isNameless = !NAMES.some((sign) => context.has(sign)) && !hostSigns.includes("strong");
  const pairs: Readonly<Record<Pair, boolean>> = {
    "name-and-secret": identity !== null && takesSecrets,
    "name-and-money":
      identity !== null && (any("transfer", "deposit", "card") || says("fee-first")),
    // Fees of organisations are not paid into a person's account.
    "name-and-private-account": identity !== null && says("private-account"),
    "host-and-secret":
      hostSigns.includes("strong") && (takesSecrets || takesPapers || any("package")),
    "host-and-money": hostSigns.includes("strong") && takesMoney,
    "fee-to-person": says("fee-first") && says("private-account"),
    // Who may fine or cut off has an account in his own name.
    "threat-to-person":
      any("transfer") && says("threat", "update-demand") && says("private-account"),
    // No honest page keeps passwords in a sheet or a chat.
    "secret-to-service":
      takesSecrets &&
      (["telegram", "form-service", "bare-ip"] as const).some((sink) => sinks.has(sink)),
    // No office of the state takes cards, private transfers or packages outside of its own portal.
    "state-money": isState && any("transfer", "card", "deposit", "package"),
    "password-and-otp": any("password", "pin") && any("otp"),
    // To be paid takes a number, never a secret.
    "account-and-secret":
      any("bank-account") &&
      (any("password", "otp", "pin", "card") || (any("id-number") && says("threat"))),
    "pay-to-earn": takesMoney && earns,
    "pay-for-prize": takesMoney && says("prize"),
    "secret-for-prize": (takesSecrets || any("bank-account")) && says("prize"),
    "secret-for-vote": takesSecrets && says("plea", "share-to-win"),
    "secret-under-threat": (takesSecrets || takesPapers) && says("threat", "update-demand"),
    "papers-for-credit": takesPapers && says("easy-credit"),
    "pay-for-credit": takesMoney && says("easy-credit"),
    // Small shops ask for a deposit too; too cheap and all at once, they do not.
    "prepay-to-person":
      any("transfer") && (pressures.get("prepay") ?? 0) > 1 && says("private-account"),
    "earn-by-chat": any("messenger", "phone") && earns,
    // Who asks for money says who it is: on its host, by its company, or as an organisation that is known.
    "nameless-money": isNameless && (takesMoney || any("card")),
    "nameless-lure":
      isNameless && (earns || says("prize", "easy-credit", "prepay")) && pressures.size > 1,
    "package-and-update":
      any("package", "remote-control") &&
      says("update-demand", "install-advice", "threat", "infected"),
    // Who has a cure to sell lets people go; an alarm leads to a number to call or a program.
    "held-and-infected":
      conceals.has("no-way-out") &&
      says("infected") &&
      any("call", "package", "remote-control", "transfer"),
    // Nobody honest hides the letters of "password" or of his own name from those who look.
    "secret-in-hidden-words":
      takesSecrets &&
      (["split-words", "odd-letters", "turned-words"] as const).some((sign) => conceals.has(sign)),
    // Nobody proves to be human by running a command.
    "check-and-command": any("command") && (conceals.has("fake-check") || says("update-demand")),
  };
  return (Object.keys(pairs) as Pair[]).filter((pair) => pairs[pair]);
}
