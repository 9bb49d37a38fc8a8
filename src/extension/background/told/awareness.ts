import {
  afterShowing,
  type Cadence,
  type Current,
  current,
  type DueItem,
  due,
  type Seen,
} from "../../../core/awareness/due.ts";
import type { Profile } from "../../../core/awareness/is-for.ts";
import type { Language } from "../../../ui/language-of.ts";
import type { AwarenessState, ToldContent } from "../../messages.ts";
import type { Alarms } from "../../platform/alarms.ts";
import type { Notifications } from "../../platform/notifications.ts";
import type { SessionMemory } from "../../platform/session-memory.ts";
import type { Store } from "../store/store.ts";
import { announcementsOf } from "./announcements.ts";
import type { ContentSource } from "./content-source.ts";

/** Rings every hour: a tip may fall due, an alert's first day may begin, quiet hours may end. */
export const AWARENESS_ALARM = "awareness";
const AWARENESS_MINUTES = 60;

/** Who reads at this browser, how often he is to hear from us, and how. */
export interface Reader {
  profile: Profile;
  cadence: Cadence;
  language: Language;
  /** Whether he asked for notifications of the browser; "fixed": his agency wants none. */
  notifications: "on" | "off" | "fixed";
}

/** What people are told, and what they were told already. */
export interface Awareness {
  /** What holds now, and what of it is new to this person. */
  now(): Promise<AwarenessState>;
  markShown(keys: readonly string[]): Promise<void>;
  /** Announces what fell due, each once: urgent alerts by the toolbar's mark, and all by notifications if they are on. */
  announce(): Promise<void>;
  /** Number of urgent alerts in force that were not shown yet, for the toolbar's mark. */
  urgent(): Promise<number>;
  /** At each start of the background. In a browser that has just been started it announces what fell due meanwhile. */
  start(): Promise<void>;
}

/** Keys that are kept: a year has 68, and as many alerts as are given. */
const MAX_KEYS = 1000;
/** Number of urgent alerts, in session memory: a background that wakes must not read the content for its mark. */
const URGENT_KEY = "urgent-alerts";

type TipContent = Pick<ToldContent<"tips">["content"], "tips" | "themes" | "campaigns" | "forms">;
const NO_TIPS: TipContent = { tips: [], themes: [], campaigns: [], forms: [] };

export function createAwareness(needs: {
  store: Pick<Store, "state" | "commit">;
  content: Pick<ContentSource, "read">;
  memory: SessionMemory;
  alarms: Pick<Alarms, "set" | "next">;
  notifications: Pick<Notifications, "granted" | "show">;
  reader: () => Promise<Reader>;
  /** Called when the number of urgent alerts that were not shown has changed. */
  onUrgent: () => Promise<void>;
  now: () => number;
}): Awareness {
  const { store, content, memory, alarms, notifications, reader, now } = needs;

  /** Alerts must be told also where the rest can't be read. */
  async function tips(): Promise<{ content: TipContent; damage: string | null }> {
    try {
      return await content.read("tips");
    } catch (error) {
      console.error("Tỉnh Táo", error);
      return { content: NO_TIPS, damage: error instanceof Error ? error.message : String(error) };
    }
  }

  async function noteUrgent(alerts: Current["alerts"], seen: Seen, { off }: Cadence) {
    const isOpen = ({ key, item }: Current["alerts"][number]) =>
      item.severity === "urgent" && !seen.keys.includes(key);
    const urgent = off ? 0 : alerts.filter(isOpen).length;
    if ((await memory.get(URGENT_KEY)) === urgent) return;
    await memory.set(URGENT_KEY, urgent);
    await needs.onUrgent();
  }

  async function notifies({ notifications: wanted }: Reader): Promise<Reader["notifications"]> {
    return wanted === "on" && !(await notifications.granted()) ? "off" : wanted;
  }

  async function look() {
    const [alerts, rest, who, { told }] = await Promise.all([
      content.read("alerts"),
      tips(),
      reader(),
      store.state(),
    ]);
    const all = { ...rest.content, alerts: alerts.content.alerts };
    return { alerts, rest, who, told, input: { now: now(), content: all, ...who } };
  }

  async function note(where: "seen" | "announced", items: readonly Pick<DueItem, "key">[]) {
    if (items.length === 0) return;
    await store.commit((state) => {
      const { keys, lastAt } = afterShowing(state.told[where], items, now());
      const noted = { keys: keys.slice(-MAX_KEYS), lastAt };
      return { state: { ...state, told: { ...state.told, [where]: noted } } };
    });
  }

  async function announce(): Promise<void> {
    const { who, told, input } = await look();
    await noteUrgent(current(input).alerts, told.seen, who.cadence);
    if ((await notifies(who)) !== "on") return;
    const seen = {
      keys: [...told.seen.keys, ...told.announced.keys],
      lastAt: latest(told.seen.lastAt, told.announced.lastAt),
    };
    const news = due({ ...input, seen });
    // Noted first: a background that dies in between leaves one out rather than repeat it without end.
    await note("announced", [...news.urgent, ...news.items]);
    for (const { id, words } of announcementsOf(news, who.language)) {
      await notifications.show(id, words);
    }
  }

  return {
    async now() {
      const { alerts, rest, who, told, input } = await look();
      const holding = current(input);
      const { off, weekly, monthly, quarterly } = who.cadence;
      const isNew = (item: DueItem, wanted: boolean) =>
        !off && wanted && !told.seen.keys.includes(item.key);
      await noteUrgent(holding.alerts, told.seen, who.cadence);
      const lessons = new Map(rest.content.forms.map((form) => [form.id, form]));
      const tell = (alert: Current["alerts"][number], wanted: boolean) => ({
        ...alert,
        isNew: isNew(alert, wanted),
        todo: alert.item.forms.flatMap((form) => lessons.get(form)?.todo ?? []),
      });
      return {
        off,
        weekly: weekly && !off,
        place: who.profile,
        alerts: holding.alerts.map((alert) => tell(alert, true)),
        past: holding.past.map((alert) => tell(alert, false)),
        tip: holding.tip && { ...holding.tip, isNew: isNew(holding.tip, weekly) },
        theme: holding.theme && { ...holding.theme, isNew: isNew(holding.theme, monthly) },
        campaign: holding.campaign && {
          ...holding.campaign,
          isNew: isNew(holding.campaign, quarterly),
        },
        sources: alerts.content.sources,
        damage: { alerts: alerts.damage, tips: rest.damage },
        notifications: await notifies(who),
      };
    },

    async markShown(keys) {
      await note(
        "seen",
        keys.map((key) => ({ key })),
      );
      const [{ content: given }, { profile, cadence }, { told }] = await Promise.all([
        content.read("alerts"),
        reader(),
        store.state(),
      ]);
      const { alerts } = current({ now: now(), profile, content: { ...NO_TIPS, ...given } });
      await noteUrgent(alerts, told.seen, cadence);
    },

    announce,

    async urgent() {
      const kept = await memory.get(URGENT_KEY);
      return typeof kept === "number" ? kept : 0;
    },

    async start() {
      if ((await alarms.next(AWARENESS_ALARM)) === null) {
        await alarms.set(AWARENESS_ALARM, AWARENESS_MINUTES, AWARENESS_MINUTES);
      }
      if ((await memory.get(URGENT_KEY)) === undefined) await announce();
    },
  };
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
