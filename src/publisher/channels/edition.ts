import { createHash } from "node:crypto";
import type { Source } from "../../core/awareness/source.ts";
import type { ThisWeek } from "../../core/awareness/this-week.ts";
import { TOPIC_KINDS, type Topic, type TopicKind } from "../../core/awareness/topic.ts";
import type { ChannelText } from "../../ui/channels/channel-text.ts";
import type { ReadyText } from "../../ui/channels/ready-texts.ts";
import type { Sender } from "../../ui/channels/sender.ts";

/** All that the channels of one language are made from. */
export interface Edition {
  t: ChannelText;
  topics: readonly Topic[];
  /** ISO date in Viet Nam on which it is made. */
  today: string;
  week: ThisWeek;
  /** Texts to send or read out as they stand. */
  ready: readonly ReadyText[];
  sources: ReadonlyMap<string, Source>;
  sender: Sender;
  /** Where the folder will be published, with a slash at its end; null if nobody said so. */
  base: string | null;
}

/** Vietnamese is the first language; others lie in a folder of their own. */
export function folderOf(t: ChannelText): string {
  return t.language === "vi" ? "" : `${t.language}/`;
}

/** Folder of a topic, below that of its language, with a slash at its end. */
export function topicFolder({ kind, id }: Pick<Topic, "kind" | "id">): string {
  return `${kind}s/${id}/`;
}

/** Where a topic can be read on the web; null if nobody said where the folder will be. */
export function topicUrl({ t, base }: Pick<Edition, "t" | "base">, topic: Topic): string | null {
  return base === null ? null : `${base}${folderOf(t)}${topicFolder(topic)}handout.html`;
}

export function topicsByKind(topics: readonly Topic[]): [TopicKind, Topic[]][] {
  return TOPIC_KINDS.map((kind): [TopicKind, Topic[]] => [
    kind,
    topics.filter((topic) => topic.kind === kind),
  ]).filter(([, found]) => found.length > 0);
}

/** The day began at midnight in Viet Nam. */
export function momentOf(isoDay: string): string {
  return `${isoDay}T00:00:00+07:00`;
}

/** Drawn once for this project (RFC 9562 §5.5). */
const NAMESPACE = Buffer.from("6f0d6a2c5b8e4f0f9a3d1c7be2f45a90", "hex");

/** An identifier that stays the same wherever and whenever the channels are made. */
export function permanentId(name: string): string {
  const hash = createHash("sha1").update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `urn:uuid:${parts.join("-")}-${hex.slice(20)}`;
}
