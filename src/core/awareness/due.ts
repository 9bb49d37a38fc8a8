import type { Alert } from "./alert.ts";
import type { Campaign, Theme, Tip } from "./calendar-items.ts";
import type { Content } from "./content.ts";
import { isFor, mostSpecific, type Profile } from "./is-for.ts";
import { type VietnamTime, vietnamTime } from "./vietnam-time.ts";

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

export type DueItem =
  | { kind: "alert"; key: string; item: Alert }
  | { kind: "tip"; key: string; item: Tip }
  | { kind: "theme"; key: string; item: Theme }
  | { kind: "campaign"; key: string; item: Campaign };

export interface Due {
  /** Urgent alerts in force: to be shown at once, also in quiet hours. */
  urgent: DueItem[];
  /** The rest: other alerts, this week's tip, this month's theme, this quarter's campaign. */
  items: DueItem[];
  /** True if the rest is to be shown as one summary: it is the first time, or nothing was shown for four weeks. */
  summary: boolean;
}

/** A computer that was off this long is not to be greeted with a heap. */
const LONG_AWAY_MS = 28 * 86_400_000;

/**
 * What is to be shown now. Weeks, months and quarters are Viet Nam's; what fell due while the computer was off and is
 * over is not made up for. Each item comes once: a tip once a year, an alert once for each date it was given.
 *
 * @param input.now milliseconds since the epoch
 */
export function due(input: {
  now: number;
  profile: Profile;
  seen: Seen;
  cadence: Cadence;
  content: Pick<Content, "alerts" | "tips" | "themes" | "campaigns">;
}): Due {
  const { now, profile, seen, cadence, content } = input;
  if (cadence.off) return { urgent: [], items: [], summary: false };
  const time = vietnamTime(now);
  const known = new Set(seen.keys);
  const isNew = ({ key }: DueItem) => !known.has(key);
  const alerts = content.alerts
    .filter((alert) => isInForce(alert, time) && isFor(alert, profile))
    .map((item): DueItem & { kind: "alert" } => ({
      kind: "alert",
      key: `${item.id}@${item.date}`,
      item,
    }))
    .filter(isNew);
  const urgent = alerts.filter(({ item }) => item.severity === "urgent");
  if (isQuiet(cadence.quietHours, time.hour)) return { urgent, items: [], summary: false };
  const items = [
    ...alerts.filter(({ item }) => item.severity !== "urgent"),
    ...regularItems(time, profile, cadence, content).filter(isNew),
  ];
  const away = seen.lastAt === null || now - seen.lastAt >= LONG_AWAY_MS;
  return { urgent, items, summary: away && items.length > 1 };
}

/** What has been shown once these items have been. */
export function afterShowing(seen: Seen, shown: readonly DueItem[], now: number): Seen {
  if (shown.length === 0) return seen;
  return { keys: [...new Set([...seen.keys, ...shown.map(({ key }) => key)])], lastAt: now };
}

function isInForce({ date, validUntil }: Alert, today: VietnamTime): boolean {
  return date <= today.date && today.date <= validUntil;
}

function isQuiet(hours: Cadence["quietHours"], hour: number): boolean {
  if (hours === null) return false;
  const { from, to } = hours;
  return from <= to ? from <= hour && hour < to : hour >= from || hour < to;
}

function regularItems(
  { week, weekYear, month, quarter, year }: VietnamTime,
  profile: Profile,
  { weekly, monthly, quarterly }: Cadence,
  { tips, themes, campaigns }: Pick<Content, "tips" | "themes" | "campaigns">,
): DueItem[] {
  // In a year's 53rd week the last tip still stands, and is not new.
  const tipWeek = Math.min(week, 52);
  const tip = weekly
    ? mostSpecific(tips.filter((one) => one.week === tipWeek && isFor(one, profile)))
    : null;
  const theme = monthly
    ? mostSpecific(themes.filter((one) => one.month === month && isFor(one, profile)))
    : null;
  const campaign = quarterly
    ? mostSpecific(campaigns.filter((one) => one.quarter === quarter && isFor(one, profile)))
    : null;
  const items: DueItem[] = [];
  if (tip) items.push({ kind: "tip", key: `${tip.id}@${weekYear}`, item: tip });
  if (theme) items.push({ kind: "theme", key: `${theme.id}@${year}`, item: theme });
  if (campaign) items.push({ kind: "campaign", key: `${campaign.id}@${year}`, item: campaign });
  return items;
}
