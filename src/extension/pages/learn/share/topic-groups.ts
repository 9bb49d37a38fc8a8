import { type ThisWeek, thisWeek } from "../../../../core/awareness/this-week.ts";
import {
  TOPIC_KINDS,
  type Topic,
  type TopicContent,
  type TopicKind,
  topicsOf,
} from "../../../../core/awareness/topic.ts";
import { vietnamTime } from "../../../../core/awareness/vietnam-time.ts";

/** Topics under one heading of the list. */
export interface TopicGroup {
  name: TopicKind | "week" | "past";
  topics: Topic[];
}

/**
 * What can be told, the current first: alerts in force, this week's tip, then the lessons; alerts that are over come
 * last, under a heading that says so. No group is empty. Beside them what this week's bulletins speak of.
 *
 * @param now milliseconds since the epoch
 */
export function topicGroups(
  content: TopicContent,
  now: number,
): { groups: TopicGroup[]; week: ThisWeek } {
  const today = vietnamTime(now).date;
  const told = content.alerts.filter(({ date }) => date <= today);
  const topics = topicsOf({ ...content, alerts: told }, today);
  const week = thisWeek(content, topics, now);
  const groupOf = ({ kind, past, id }: Topic): TopicGroup["name"] => {
    if (past) return "past";
    return id === week.tip?.id ? "week" : kind;
  };
  const [alert, ...lessons] = TOPIC_KINDS;
  const groups = ([alert, "week", ...lessons, "past"] as const)
    .map((name) => ({ name, topics: topics.filter((topic) => groupOf(topic) === name) }))
    .filter((group) => group.topics.length > 0);
  return { groups, week };
}
