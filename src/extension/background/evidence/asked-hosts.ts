import { parseAddress } from "../../../core/host/address.ts";
import { ASKED_KEY } from "../../platform/guard-link.ts";
import type { OpenMemory } from "../../platform/session-memory.ts";
import type { OpenedKnowledge } from "../lists/knowledge-source.ts";

const MOST = 500;

/** Hosts whose pages have asked for a verdict, and need not again until the lists change. */
export interface AskedHosts {
  /** Does nothing for a host with path entries: there each address has a verdict of its own. */
  note(host: string): Promise<void>;
  forget(): Promise<void>;
}

/** @param memory which content scripts can read, so that they need not wake the background */
export function createAskedHosts(
  memory: OpenMemory,
  knowledgeSource: { current(): Promise<Pick<OpenedKnowledge, "knowledge">> },
): AskedHosts {
  async function hasPaths(host: string): Promise<boolean> {
    const parsed = parseAddress(host);
    const { paths } = (await knowledgeSource.current()).knowledge;
    return parsed.ok && paths.some(({ list }) => !list.pathsOn(parsed.address.host).next().done);
  }

  return {
    async note(host) {
      if (await hasPaths(host)) return;
      const asked = ((await memory.get(ASKED_KEY)) as string[] | undefined) ?? [];
      if (!asked.includes(host)) await memory.set(ASKED_KEY, [...asked, host].slice(-MOST));
    },
    forget: () => memory.set(ASKED_KEY, []),
  };
}
