import { parseAppearance } from "../../../../../src/core/settings/appearance.ts";
import type { Banner } from "../../../../../src/extension/guard-orders.ts";
import type { Alarms } from "../../../../../src/extension/platform/alarms.ts";
import type { AppearanceBoard } from "../../../../../src/extension/platform/appearance.ts";
import type { ClearedScript } from "../../../../../src/extension/platform/cleared-script.ts";
import type { Guards } from "../../../../../src/extension/platform/guards.ts";
import type { LanguageScript } from "../../../../../src/extension/platform/language-script.ts";
import type { Notifications } from "../../../../../src/extension/platform/notifications.ts";
import type { SessionMemory } from "../../../../../src/extension/platform/session-memory.ts";
import type { SiteAccess } from "../../../../../src/extension/platform/site-access.ts";
import type { OpenTab, Tabs } from "../../../../../src/extension/platform/tabs.ts";

export function fakeMemory(): SessionMemory & { values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    get: async (key) => structuredClone(values.get(key)),
    async set(key, value) {
      if (value === undefined) values.delete(key);
      else values.set(key, structuredClone(value));
    },
  };
}

/** What the guard hears of the chosen language. */
export function fakeLanguageScript(): LanguageScript & { language: string | null } {
  return {
    language: null,
    async use(language) {
      this.language = language;
    },
  };
}

/** The content script of cleared hosts. */
export function fakeClearedScript(...hosts: string[]): ClearedScript & { now: readonly string[] } {
  return {
    now: hosts,
    async hosts() {
      return [...this.now];
    },
    async setHosts(next) {
      this.now = next;
    },
  };
}

/** What pages see of the look, and how often it was written. */
export function fakeBoard(): AppearanceBoard & { writes: number } {
  let posted: unknown;
  return {
    writes: 0,
    read: async () => parseAppearance(posted),
    async write(appearance) {
      posted = appearance;
      this.writes++;
    },
    onChange: () => undefined,
  };
}

/** What a person lets the extension do; `change` tells the background that it is another now. */
export function fakeSiteAccess(): SiteAccess & { change(granted: boolean): Promise<void> } {
  let given = true;
  let changed: () => unknown = () => undefined;
  return {
    granted: async () => given,
    inPrivate: async () => false,
    onChange: (listener) => (changed = listener),
    async change(granted) {
      given = granted;
      await changed();
    },
  };
}

export function fakeTabs(...open: OpenTab[]): Tabs & {
  open: OpenTab[];
  muted: Set<number>;
  /** Who made the pages that have no address, by tab. */
  makers: Map<number, string>;
} {
  const muted = new Set<number>();
  const makers = new Map<number, string>();
  return {
    open,
    muted,
    makers,
    all: async () => open.map((tab) => ({ ...tab })),
    get: async (id) => open.find((tab) => tab.id === id) ?? null,
    isShowing: async (id, url) => open.find((tab) => tab.id === id)?.url === url,
    async openInFront(url) {
      await this.openBehind(url);
    },
    async openWindow(url) {
      await this.openBehind(url);
    },
    async openBehind(url) {
      const id = Math.max(0, ...open.map((tab) => tab.id)) + 1;
      open.push({ id, url, opener: null });
      return id;
    },
    async close(id) {
      const at = open.findIndex((tab) => tab.id === id);
      if (at !== -1) open.splice(at, 1);
    },
    async leave(ids) {
      for (const id of ids) await this.close(id);
    },
    async mute(id) {
      muted.add(id);
    },
    async go(id, url) {
      const tab = open.find((candidate) => candidate.id === id);
      if (tab) tab.url = url;
      return tab !== undefined;
    },
    async originOf(id) {
      const tab = open.find((candidate) => candidate.id === id);
      return tab ? (makers.get(id) ?? "null") : null;
    },
  };
}

/** Guards of pages: what the background told them, and what the top page of a tab shows. */
export function fakeGuards(): Guards & {
  warned: { tabId: number; banner: Banner; frameId?: number }[];
  left: { tabId: number; url: string }[];
  shows: Map<number, unknown>;
  /** False: no guard answers. */
  there: boolean;
} {
  return {
    warned: [],
    left: [],
    shows: new Map(),
    there: true,
    scanEarly: async () => undefined,
    async collect(tabId) {
      return this.shows.get(tabId) ?? null;
    },
    async warn(tabId, banner, frameId) {
      if (this.there)
        this.warned.push({ tabId, banner, ...(frameId !== undefined && { frameId }) });
      return this.there;
    },
    async leave(tabId, url) {
      if (this.there) this.left.push({ tabId, url });
      return this.there;
    },
  };
}

/** Notifications that are shown, by id; `click` is a person's. */
export function fakeNotifications(): Notifications & {
  shown: Map<string, { title: string; text: string }>;
  allowed: boolean;
  click(id: string): unknown;
} {
  let clicked: (id: string) => unknown = () => undefined;
  return {
    shown: new Map(),
    allowed: true,
    async granted() {
      return this.allowed;
    },
    async show(id, words) {
      this.shown.set(id, words);
    },
    onClick: (listener) => (clicked = listener),
    click: (id) => clicked(id),
  };
}

/** Alarms by name: minutes until they ring. */
export function fakeAlarms(
  now: () => number,
): Alarms & { set: Alarms["set"]; at: Map<string, number> } {
  const at = new Map<string, number>();
  return {
    at,
    async set(name, minutes) {
      at.set(name, now() + minutes * 60_000);
    },
    async clear(name) {
      at.delete(name);
    },
    next: async (name) => at.get(name) ?? null,
    onRing: () => undefined,
  };
}
