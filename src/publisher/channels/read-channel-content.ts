import type { Portal } from "../../core/awareness/contact-points.ts";
import { readContentArtifact } from "../../core/awareness/content-artifacts.ts";
import type { ContentKind } from "../../core/awareness/content-kind.ts";
import type { Source } from "../../core/awareness/source.ts";
import type { Template } from "../../core/awareness/template.ts";
import type { TopicContent } from "../../core/awareness/topic.ts";
import { MAX_RAW_LENGTH } from "../../core/feed/artifacts.ts";
import { gunzip } from "../../node/gzip.ts";
import { OperatorError } from "../../node/operator-error.ts";
import { artifactsOf } from "../build/published-lists.ts";
import { readPublishedContent } from "../content-folder.ts";
import { readFeed } from "../read-feed.ts";

/** What the channels are made from. */
export type ChannelContent = TopicContent & {
  portals: Portal[];
  templates: Template[];
  sources: Source[];
};

/** @throws OperatorError that names each file and the place in it that can't be read */
export function channelContentOfFolder(folder: string): Promise<ChannelContent> {
  return readPublishedContent(folder);
}

/**
 * The content of a published feed, verified as a browser would.
 *
 * @param now milliseconds since the epoch
 * @throws OperatorError with what a client would refuse, or with the artifact that is missing or damaged
 */
export async function channelContentOfFeed(
  folder: string,
  rootFile: string | undefined,
  now: number,
): Promise<ChannelContent> {
  const { client, feed } = await readFeed(folder, rootFile, now);
  const artifacts = artifactsOf(feed.targets);

  async function read<K extends ContentKind>(kind: K) {
    const artifact = [...artifacts.values()].find((one) => one.kind === kind);
    if (artifact === undefined) throw new OperatorError(`${folder}: the feed carries no ${kind}`);
    try {
      const zipped = await client.download(artifact.target);
      return readContentArtifact(kind, await gunzip(zipped, MAX_RAW_LENGTH[kind]));
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      throw new OperatorError(`${folder}: ${artifact.path}: ${cause.message}`, { cause });
    }
  }

  const parts = [await read("alerts"), await read("tips"), await read("portals")] as const;
  const [{ alerts }, { forms, tips, campaigns, templates }, { portals, firstAidActions }] = parts;
  // Each artifact carries the sources that its own items name.
  const sources = [
    ...new Map(parts.flatMap((part) => part.sources).map((one) => [one.id, one])).values(),
  ];
  return { alerts, forms, tips, campaigns, firstAidActions, portals, templates, sources };
}
