import { type Browser, browser } from "wxt/browser";

const ID = "cleared";

/**
 * The content script that tells the guard that the background has cleared this host. It stands for storage that content
 * scripts could read: who takes over a page's process can neither write it nor clear a host by it. Its match patterns
 * reach every such process, but so would salted hashes with their salt, and those can be tried against a list of names.
 */
export interface ClearedScript {
  /** Hosts on whose pages it runs. */
  hosts(): Promise<string[]>;
  /** The browser forgets them when it ends. @throws if the browser takes one for no host */
  setHosts(hosts: readonly string[]): Promise<void>;
}

const patternOf = (host: string) => `*://${host}/*`;
const hostOf = (pattern: string) => pattern.slice("*://".length, -"/*".length);

export function chromiumClearedScript(): ClearedScript {
  const registered = async () =>
    (await browser.scripting.getRegisteredContentScripts({ ids: [ID] }))[0] ?? null;
  return {
    hosts: async () => (await registered())?.matches?.map(hostOf) ?? [],
    async setHosts(hosts) {
      const matches = hosts.map(patternOf);
      const known = (await registered()) !== null;
      if (matches.length === 0) {
        if (known) await browser.scripting.unregisterContentScripts({ ids: [ID] });
        return;
      }
      const script: Browser.scripting.RegisteredContentScript = {
        id: ID,
        js: ["cleared.js"],
        matches,
        runAt: "document_start",
        allFrames: true,
        matchOriginAsFallback: true,
        persistAcrossSessions: false,
      };
      if (known) await browser.scripting.updateContentScripts([script]);
      else await browser.scripting.registerContentScripts([script]);
    },
  };
}
