import type { AskKind } from "../core/evidence/ask-kinds.ts";
import type { ConcealSign } from "../core/evidence/conceal-signs.ts";
import type { PressureSign } from "../core/evidence/pressure-words.ts";
import type { SinkSign } from "../core/evidence/sink-signs.ts";
import type { Reason } from "../core/verdict/verdict.ts";
import type { Key, Text } from "./text.ts";

/** Asks in words, worst first. */
const ASKS: Readonly<Record<AskKind, Key>> = {
  otp: "ask.otp",
  password: "ask.password",
  card: "ask.card",
  cvv: "ask.cvv",
  pin: "ask.pin",
  "seed-phrase": "ask.seed-phrase",
  package: "ask.package",
  "remote-control": "ask.remote-control",
  command: "ask.command",
  "sim-command": "ask.sim-command",
  transfer: "ask.transfer",
  deposit: "ask.deposit",
  "id-number": "ask.id-number",
  "id-photo": "ask.id-photo",
  "bank-account": "ask.bank-account",
  contacts: "ask.contacts",
  phone: "ask.phone",
  call: "ask.call",
  messenger: "ask.messenger",
};
const MOST_ASKS = 4;

/** What a page asks for, the worst of it; null if this version knows none of it. */
export function asksText(t: Text, asks: readonly string[]): string | null {
  const known = Object.entries(ASKS).flatMap(([ask, key]) => (asks.includes(ask) ? [t(key)] : []));
  if (known.length === 0) return null;
  const list = new Intl.ListFormat(t.language, { type: "unit", style: "short" });
  return t("reason.page-asks", { asks: list.format(known.slice(0, MOST_ASKS)) });
}

const SINKS: Readonly<Record<SinkSign, (t: Text, target: string) => string>> = {
  telegram: (t) => t("reason.page-sink.telegram"),
  "image-address": (t) => t("reason.page-sink.image-address"),
  "bare-ip": (t, target) => t("reason.page-sink.bare-ip", { target }),
  "form-service": (t, target) => t("reason.page-sink.form-service", { target }),
  "other-site": (t, target) => t("reason.page-sink.other-site", { target }),
};

/** Where what is typed goes; null for a sign that this version does not know. */
export function sinkText(
  t: Text,
  { sink, target }: Extract<Reason, { code: "page-sink" }>,
): string | null {
  return known(SINKS, sink)?.(t, target) ?? null;
}

const CONCEALMENTS: Readonly<Record<ConcealSign, Key>> = {
  "split-words": "reason.page-conceals.letters",
  "odd-letters": "reason.page-conceals.letters",
  "turned-words": "reason.page-conceals.letters",
  "masked-text": "reason.page-conceals.field",
  "packed-form": "reason.page-conceals.code",
  "words-as-picture": "reason.page-conceals.picture",
  "fake-check": "reason.page-conceals.fake-check",
  "keys-blocked": "reason.page-conceals.keys",
  "nested-frame": "reason.page-conceals.tucked",
  "closed-shadow": "reason.page-conceals.tucked",
  "flooded-fields": "reason.page-conceals.flood",
  "no-way-out": "reason.page-conceals.no-way-out",
};

/** How a page hides; null for a sign that this version does not know. */
export function concealText(t: Text, sign: string): string | null {
  const key = known(CONCEALMENTS, sign);
  return key === undefined ? null : t(key);
}

const PRESSURES: Readonly<Record<PressureSign, Key>> = {
  urgency: "reason.page-presses.urgency",
  threat: "reason.page-presses.threat",
  "update-demand": "reason.page-presses.update-demand",
  prize: "reason.page-presses.prize",
  "guaranteed-return": "reason.page-presses.guaranteed-return",
  "paid-task": "reason.page-presses.paid-task",
  secrecy: "reason.page-presses.secrecy",
  "install-advice": "reason.page-presses.install-advice",
  "fee-first": "reason.page-presses.fee-first",
  "easy-credit": "reason.page-presses.easy-credit",
  "money-recovery": "reason.page-presses.money-recovery",
  prepay: "reason.page-presses.prepay",
  "share-to-win": "reason.page-presses.share-to-win",
  plea: "reason.page-presses.plea",
  "private-account": "reason.page-presses.private-account",
  infected: "reason.page-presses.infected",
};

/** How a page presses or lures; null for a sign that this version does not know. */
export function pressureText(t: Text, sign: string): string | null {
  const key = known(PRESSURES, sign);
  return key === undefined ? null : t(key);
}

/** Verdicts may come from another version of the extension, with signs that this one lacks. */
function known<T>(table: Readonly<Record<string, T>>, sign: string): T | undefined {
  return Object.hasOwn(table, sign) ? table[sign] : undefined;
}
