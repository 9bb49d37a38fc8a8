import type { Network, Received } from "./network.ts";
import { FEED_HOST } from "./run.ts";

/** What reached the network since so many requests, the list's own updates left out: those come when their time comes. */
export function askedSince(before: number, { received }: Network): Received[] {
  return received.slice(before).filter(({ authority }) => authority !== FEED_HOST);
}
