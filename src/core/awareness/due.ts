import type { Alert } from "./alert.ts";
import type { Campaign, Theme, Tip } from "./calendar-items.ts";
import type { Content } from "./content.ts";
import { isFor, mostSpecific, type Profile } from "./is-for.ts";
import { vietnamTime } from "./vietnam-time.ts";

/** How often a person wants to hear from us, or an agency wants its people to. */
export interface Cadence {
  /** Nothing at all, urgent alerts included. */
  off: boolean;
  weekly: boolean;
  monthly: boolean;
  quarterly: boolean;
  /** Full hours in Viet Nam, from 0 to 23, `from` included and `to` not; may go over midnight. Null: none. */
  quietHours: { from: number; to: number } | null;
}

/** What has been shown in this browser. Kept by the caller, see afterShowing. */
export interface Seen {
  keys: readonly string[];
  /** When something was shown last, milliseconds since the epoch; null if nothing ever was. */
  lastAt: number | null;
}

export const NOTHING_SEEN: Seen = { keys: [], lastAt: null };

export type DueItem =
  | { kind: "alert"; key: string; item: Alert }
  | { kind: "tip"; key: string; item: Tip }
  | { kind: "theme"; key: string; item: Theme }
  | { kind: "campaign"; key: string; item: Campaign };

type OfKind<K extends DueItem["kind"]> = Extract<DueItem, { kind: K }>;

/** What holds now for a person, shown before or not. */
export interface Current {
  /** Urgent ones first, newest first. */
  alerts: OfKind<"alert">[];
  /** Alerts whose last day is over, newest first: scammers come back with old tricks. At most MOST_PAST. */
  past: OfKind<"alert">[];
  /** This week's, this month's and this quarter's; null if there is none. */
  tip: OfKind<"tip"> | null;
  theme: OfKind<"theme"> | null;
  campaign: OfKind<"campaign"> | null;
}

type Told = Pick<Content, "alerts" | "tips" | "themes" | "campaigns">;

export interface Due {
  /** Urgent alerts in force: to be shown at once, also in quiet hours. */
  urgent: DueItem[];
  /** The rest: other alerts, this week's tip, this month's theme, this quarter's campaign. */
  items: DueItem[];
  /** True if the rest is to be shown as one summary: it is the first time, or nothing was shown for four weeks. */
  summary: boolean;
}

/** Alerts that are over and still told of: about a year of them. */
const MOST_PAST = 20;
/** A computer that was off this long is not to be greeted with a heap. */
const LONG_AWAY_MS = 28 * 86_400_000;

/**
 * What holds now. Weeks, months and quarters are Viet Nam's.
 *
 * @param input.now milliseconds since the epoch
 */
export function current(input: { now: number; profile: Profile; content: Told }): Current {
  const { now, profile, content } = input;
  const { date, week, weekYear, month, quarter, year } = vietnamTime(now);
  // In a year's 53rd week the last tip still stands, and is not new.
  const tipWeek = Math.min(week, 52);
  const forMe = <T extends Parameters<typeof isFor>[0]>(items: readonly T[]) =>
    items.filter((item) => isFor(item, profile));
  // Who has not said what he is gets the one for everybody, not that of the first group.
  const oneForMe = <T extends Parameters<typeof isFor>[0]>(items: readonly T[]) =>
    mostSpecific(
      forMe(items).filter(({ audience }) => audience.length === 0 || profile.audience.length > 0),
    );
  const tip = oneForMe(content.tips.filter((one) => one.week === tipWeek));
  const theme = oneForMe(content.themes.filter((one) => one.month === month));
  const campaign = oneForMe(content.campaigns.filter((one) => one.quarter === quarter));
  const alerts = forMe(content.alerts)
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map((item): OfKind<"alert"> => ({ kind: "alert", key: `${item.id}@${item.date}`, item }));
  return {
    alerts: alerts
      .filter(({ item }) => item.date <= date && date <= item.validUntil)
      .sort((a, b) => rank(a.item) - rank(b.item)),
    past: alerts.filter(({ item }) => item.validUntil < date).slice(0, MOST_PAST),
    tip: tip && { kind: "tip", key: `${tip.id}@${weekYear}`, item: tip },
    theme: theme && { kind: "theme", key: `${theme.id}@${year}`, item: theme },
    campaign: campaign && { kind: "campaign", key: `${campaign.id}@${year}`, item: campaign },
  };
}

/**
 * What is to be shown now. What fell due while the computer was off and is over is not made up for. Each item comes
 * once: a tip once a year, an alert once for each date it was given.
 *
 * @param input.now milliseconds since the epoch
 */
export function due(input: {
  now: number;
  profile: Profile;
  seen: Seen;
  cadence: Cadence;
  content: Told;
}): Due {
  const { now, seen, cadence } = input;
  if (cadence.off) return { urgent: [], items: [], summary: false };
  const { alerts, tip, theme, campaign } = current(input);
  const known = new Set(seen.keys);
  const isNew = (item: DueItem | null | false): item is DueItem => !!item && !known.has(item.key);
  const urgent = alerts.filter(({ item }) => item.severity === "urgent").filter(isNew);
  if (isQuiet(cadence.quietHours, vietnamTime(now).hour)) {
    return { urgent, items: [], summary: false };
  }
  const items = [
    ...alerts.filter(({ item }) => item.severity !== "urgent"),
    cadence.weekly && tip,
    cadence.monthly && theme,
    cadence.quarterly && campaign,
  ].filter(isNew);
  const away = seen.lastAt === null || now - seen.lastAt >= LONG_AWAY_MS;
  return { urgent, items, summary: away && items.length > 1 };
}

/** What has been shown once these items have been. */
export function afterShowing(
  seen: Seen,
  shown: readonly Pick<DueItem, "key">[],
  now: number,
): Seen {
  if (shown.length === 0) return seen;
  return { keys: [...new Set([...seen.keys, ...shown.map(({ key }) => key)])], lastAt: now };
}

function rank({ severity }: Alert): number {
  return severity === "urgent" ? 0 : 1;
}

function isQuiet(hours: Cadence["quietHours"], hour: number): boolean {
  if (hours === null) return false;
  const { from, to } = hours;
  return from <= to ? from <= hour && hour < to : hour >= from || hour < to;
}
