import { parseAddress } from "../../../core/host/address.ts";
import type { ClearedScript } from "../../platform/cleared-script.ts";
import type { OpenedKnowledge } from "../lists/knowledge-source.ts";
import type { Verdicts } from "../verdicts.ts";

/** Each one more costs every navigation a comparison. */
const MAX_HOSTS = 500;

/**
 * Hosts of pages that their own service worker gave out and that were let through. Rules never see such pages, so each
 * would wake the background; on these hosts it need not until the lists change.
 */
export interface ClearedHosts {
  /** Does nothing for a host that is blocked by now, or that has path entries: there each address has its own verdict. */
  add(url: string): Promise<void>;
  /** After a change of the lists. */
  forget(): Promise<void>;
}

export function createClearedHosts(needs: {
  /** Null where no content script waits for it (Firefox). */
  script: ClearedScript | null;
  verdicts: Pick<Verdicts, "onAddress">;
  knowledgeSource: { current(): Promise<Pick<OpenedKnowledge, "knowledge">> };
}): ClearedHosts {
  const { script, verdicts, knowledgeSource } = needs;
  let last: Promise<unknown> = Promise.resolve();

  /** A host whose verdict is older than the lists must not come in after `forget`, so all is done in turn. */
  function inTurn(work: (script: ClearedScript) => Promise<void>): Promise<void> {
    if (script === null) return Promise.resolve();
    const turn = last.then(
      () => work(script),
      () => work(script),
    );
    last = turn.catch(() => undefined);
    return turn;
  }

  async function isClear(url: string): Promise<boolean> {
    const parsed = parseAddress(url);
    const verdict = await verdicts.onAddress(url);
    if (!parsed.ok || !verdict.ok || verdict.verdict.level === "block") return false;
    const { paths } = (await knowledgeSource.current()).knowledge;
    return paths.every(({ list }) => list.pathsOn(parsed.address.host).next().done);
  }

  return {
    add: (url) =>
      inTurn(async (registered) => {
        const { hostname } = new URL(url);
        const hosts = await registered.hosts();
        if (hosts.includes(hostname) || !(await isClear(url))) return;
        await registered.setHosts([...hosts, hostname].slice(-MAX_HOSTS));
      }),
    forget: () => inTurn((registered) => registered.setHosts([])),
  };
}
