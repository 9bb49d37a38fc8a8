import type { Portal } from "../../core/awareness/contact-points.ts";
import type { Text } from "../../core/awareness/text.ts";
import type { Topic } from "../../core/awareness/topic.ts";
import type { ChannelText } from "../channels/channel-text.ts";
import type { Sender } from "../channels/sender.ts";

/** What a sheet of paper shows. */
export interface SheetNeeds {
  t: ChannelText;
  topic: Topic;
  sender: Sender;
  /** Where the QR code leads: an http or https address. Null: there is none. */
  url: string | null;
  /** Whose page that is, if it is not the sender's own: then it tells no more of the topic, and is named. */
  urlOf?: Text | null;
}

/**
 * The three things that a poster asks people to remember: the topic's own, then what always holds. What an alert takes
 * over from its form often says its own deed once more.
 */
export function threePoints({ t, topic }: Pick<SheetNeeds, "t" | "topic">): string[] {
  const deeds = topic.kind === "alert" ? topic.todo.slice(0, topic.own) : topic.todo;
  const own = deeds.map((one) => one[t.language]);
  const general = [
    t("channel.general.codes"),
    t("channel.general.links"),
    t("channel.general.ask"),
  ];
  return [...own, ...general].slice(0, 3);
}

/** What people are to compare before they open it: the host, in the pieces between which a line may end. */
export function hostToCompare(url: string): string[] {
  return new URL(url).host.replace(/^www\./, "").split(/(?<=[.-])/);
}

/** Where a code leads if the sender has no address of his own: the first of the state's portals, confirmed lately. */
export function officialTarget(portals: readonly Portal[]): { url: string; name: Text } | null {
  for (const { url, name, notConfirmedSince } of portals) {
    if (url === null || notConfirmedSince !== null) continue;
    if (new URL(url).host.endsWith(".gov.vn")) return { url, name };
  }
  return null;
}
