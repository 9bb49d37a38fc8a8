import { feedFolder } from "../../../src/node/feed-folder.ts";
import type { Answer, Handler, Network, Received, Reply } from "./network.ts";
import { FEED_HOST } from "./run.ts";

/** A feed on the test network that tests fill, and make misbehave. */
export interface Feed {
  /** Folder of the signed feed that is online. */
  readonly folder: string;
  /** Puts another signed feed online in place of this one. */
  show(folder: string): void;
  /**
   * Lets a test stand between the feed and the browser, until `behave`.
   *
   * @param interfere gets each request and a way to the honest answer
   */
  misbehave(
    interfere: (request: Received, honest: () => Promise<Reply>) => Answer | Promise<Answer>,
  ): void;
  behave(): void;
  /** Paths that browsers asked for since the last call ("/metadata/timestamp.json"). */
  asked(): string[];
}

/** Serves the feed in a folder, as any web server would. */
export function serveFeed(network: Network, folder: string): Feed {
  let shown = folder;
  let interfere: Parameters<Feed["misbehave"]>[0] = (_, honest) => honest();
  let seen = 0;
  const handler: Handler = (request) => interfere(request, () => read(shown, request));
  network.serve(FEED_HOST, handler);
  return {
    get folder() {
      return shown;
    },
    show(next) {
      shown = next;
    },
    misbehave(next) {
      interfere = next;
    },
    behave() {
      interfere = (_, honest) => honest();
    },
    asked() {
      const all = network.at(FEED_HOST);
      const fresh = all.slice(seen).map(({ path }) => path);
      seen = all.length;
      return fresh;
    },
  };
}

async function read(folder: string, { method, path, headers }: Received): Promise<Reply> {
  const response = await feedFolder(folder)(method, path, headers["if-none-match"]);
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}
