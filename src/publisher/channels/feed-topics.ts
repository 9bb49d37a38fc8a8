import { listName, type Topic } from "../../core/awareness/topic.ts";
import { headOf } from "../../ui/channels/message-text.ts";
import { type Edition, permanentId } from "./edition.ts";

/** What the feeds carry, newest first: the alerts and this week's tip, so that who subscribes hears something each week. */
export function feedTopics({ week }: Pick<Edition, "week">, alerts: readonly Topic[]): Topic[] {
  const tips = week.tip === null ? [] : [{ ...week.tip, date: week.monday }];
  return [...alerts, ...tips].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** Title in a list of alerts: one that is over, and what is none, say so first. */
export function feedHeadline(t: Edition["t"], topic: Topic): string {
  const title = listName(topic)[t.language];
  return topic.past || topic.kind !== "alert" ? `${headOf(t, topic)}: ${title}` : title;
}

/** The same for an alert wherever it is told; a tip comes back each year as another. */
export function feedId({ language }: Edition["t"], { kind, id, date }: Topic): string {
  return permanentId(kind === "alert" ? `${id} ${language}` : `${id}@${date} ${language}`);
}
