import type { Frames } from "../../platform/frames.ts";
import type { HostFilter, Navigations } from "../../platform/navigation.ts";
import type { SessionMemory } from "../../platform/session-memory.ts";
import type { Tabs } from "../../platform/tabs.ts";
import type { KnowledgeSource } from "../lists/knowledge-source.ts";
import { noted } from "../noted.ts";
import { pathsLeft } from "../paths-left.ts";
import { createFrameWatch } from "../tabs/frame-watch.ts";
import { officialHosts } from "../tabs/official-hosts.ts";
import type { TabBadges } from "../tabs/tab-badges.ts";
import { createTabWatch } from "../tabs/tab-watch.ts";
import type { WarningAddress } from "../tabs/warning-address.ts";
import type { Verdicts } from "../verdicts.ts";

/** Looks at the pages that are open and at those to come. What goes wrong with one keeps no other from being looked at. */
export interface PageLooks {
  tabs(): Promise<void>;
  /** Tabs, then frames. */
  all(): Promise<void>;
  /** Asks the browser to tell of navigations that matter by today's lists, and of no others. */
  watchNavigations(): Promise<void>;
}

/**
 * Hosts of which frames and changes of address are told: half of those that are watched in tabs. Each filter takes its
 * time at every start, and the guard of pages on hosts with path entries sees to both by itself.
 */
const MAX_HOSTS_WITHIN = 5_000;

/** IPv4 hosts as IPv6 ones: rules name neither all spellings of a listed host nor those of a host with path entries. */
const IPV4_IN_IPV6: readonly HostFilter[] = ["[::ffff:", "[64:ff9b:", "[2002:"].map((prefix) => ({
  prefix,
  suffix: "]",
}));

export function createPageLooks(needs: {
  tabs: Tabs;
  frames: Frames;
  navigations: Pick<Navigations, "watch">;
  memory: SessionMemory;
  knowledgeSource: KnowledgeSource;
  verdicts: Verdicts;
  badges: TabBadges;
  warning: WarningAddress;
}): PageLooks {
  const { tabs, frames, navigations, memory, knowledgeSource, verdicts, badges, warning } = needs;
  const tabWatch = createTabWatch({ tabs, badges, verdicts, warning });
  const frameWatch = createFrameWatch({ frames, verdicts });
  const look = (tabId: number, url: string) => noted(tabWatch(tabId, url));

  async function lookAtTabs(): Promise<void> {
    for (const { id, url } of await tabs.all()) await look(id, url);
  }

  async function lookAtFrames(): Promise<void> {
    for (const { id } of await tabs.all()) await noted(frameWatch.lookWithin(id));
  }

  return {
    tabs: lookAtTabs,
    async all() {
      await lookAtTabs();
      await lookAtFrames();
    },
    async watchNavigations() {
      const opened = await knowledgeSource.current();
      const { watched } = await pathsLeft(opened, memory);
      const hosts = [...IPV4_IN_IPV6, ...watched.map((host) => ({ equals: host }))];
      const official = officialHosts(opened.knowledge.brands.all);
      const within = hosts.slice(0, MAX_HOSTS_WITHIN);
      navigations.watch("begun", hosts, ({ tabId, frameId, url }) => {
        if (frameId === 0) void look(tabId, url);
      });
      navigations.watch("changed", within, ({ tabId, frameId, url }) => {
        if (frameId === 0) void look(tabId, url);
        else void noted(frameWatch.look(tabId, frameId, url));
      });
      navigations.watch("framed", within, ({ tabId, frameId, url }) => {
        void noted(frameWatch.look(tabId, frameId, url));
      });
      navigations.watch("shown", official, ({ tabId, frameId, url }) => {
        if (frameId === 0) void look(tabId, url);
      });
    },
  };
}
