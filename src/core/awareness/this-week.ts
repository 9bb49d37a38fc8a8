import type { Content } from "./content.ts";
import { current } from "./due.ts";
import { ANYBODY, type Profile } from "./is-for.ts";
import type { Topic } from "./topic.ts";
import { vietnamTime } from "./vietnam-time.ts";

const DAY_MS = 86_400_000;

/** What is told in the week of a moment. */
export interface ThisWeek {
  /** ISO 8601 week, 1 to 53. */
  number: number;
  /** ISO date of its first day. */
  monday: string;
  /** This week's tip; null if there is none. */
  tip: Topic | null;
  /** What a weekly bulletin speaks of: the newest alert of the last seven days, the urgent first, else the tip. */
  topic: Topic | null;
}

/**
 * @param topics made from the same content, see topicsOf
 * @param now milliseconds since the epoch
 * @param profile whom it is told to
 */
export function thisWeek(
  content: Pick<Content, "alerts" | "tips" | "campaigns">,
  topics: readonly Topic[],
  now: number,
  profile: Profile = ANYBODY,
): ThisWeek {
  const { tip, alerts } = current({ now, profile, content: { ...content, themes: [] } });
  const weekAgo = vietnamTime(now - 7 * DAY_MS).date;
  const fresh = alerts.find(({ item }) => item.date > weekAgo);
  const topicOf = (id: string | undefined) => topics.find((topic) => topic.id === id) ?? null;
  const ofTip = topicOf(tip?.item.id);
  const { week: number } = vietnamTime(now);
  const days = [6, 5, 4, 3, 2, 1, 0].map((ago) => vietnamTime(now - ago * DAY_MS));
  const monday = days.find(({ week }) => week === number)?.date ?? vietnamTime(now).date;
  return { number, monday, tip: ofTip, topic: topicOf(fresh?.item.id) ?? ofTip };
}
