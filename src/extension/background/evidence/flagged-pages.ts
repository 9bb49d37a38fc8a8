import * as z from "zod/mini";
import { parseAddress } from "../../../core/host/address.ts";
import type { Verdict } from "../../../core/verdict/verdict.ts";
import type { SessionMemory } from "../../platform/session-memory.ts";
import type { OpenTab, Tabs } from "../../platform/tabs.ts";

const MEMORY_KEY = "flagged-pages";
/** Most tabs that are remembered, and most of each address, in characters: pages choose both, and memory is short. */
const MAX_FLAGGED = 200;
const MAX_ADDRESS = 4_000;

/**
 * Pages that evidence speaks against, by tab, as long as the tab shows that site or the warning page for it: popup and
 * warning page say why. Pages that nothing speaks against are never noted, and nothing outlives the session.
 */
export interface FlaggedPages {
  note(tabId: number, url: string, verdict: Verdict): Promise<void>;
  /** The verdict on this very address in this tab; null if there is none. */
  of(tabId: number, url: string): Promise<Verdict | null>;
  /** The person has seen the banner of this tab's page and closed it: none again on this site in this tab. */
  dismiss(tabId: number): Promise<void>;
  isDismissed(tabId: number, url: string): Promise<boolean>;
  /** The tabs that show a site which was flagged there. */
  tabs(): Promise<number[]>;
  /** The page in this tab, whatever its address. */
  last(tabId: number): Promise<{ url: string; verdict: Verdict } | null>;
  /** Forgets the tabs that have gone on. At each start. */
  tidy(): Promise<void>;
}

const flaggedSchema = z.array(
  z.object({
    tabId: z.int(),
    url: z.string(),
    verdict: z.custom<Verdict>((value) => typeof value === "object" && value !== null),
    dismissed: z.boolean(),
  }),
);
type Flagged = z.infer<typeof flaggedSchema>[number];

/** While a tab is on its way to it, Chromium names the warning page by an id that it makes up for each page. */
const WARNING_PAGE = /^[a-z]+-extension:\/\/[^/]+\/warning\.html#/;

export function createFlaggedPages(needs: { memory: SessionMemory; tabs: Tabs }): FlaggedPages {
  const { memory, tabs } = needs;
  let queue: Promise<unknown> = Promise.resolve();

  /** Changes run one after the other: each reads what the one before has written. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function read(): Promise<Flagged[]> {
    const [kept, open] = await Promise.all([memory.get(MEMORY_KEY), tabs.all()]);
    const parsed = flaggedSchema.safeParse(kept ?? []);
    if (!parsed.success) return [];
    return parsed.data.filter(({ tabId, url }) =>
      open.some((tab) => tab.id === tabId && isOn(tab, url)),
    );
  }

  const isOn = ({ url }: OpenTab, page: string) => sameSite(url.replace(WARNING_PAGE, ""), page);
  const inTab = async (tabId: number) =>
    (await read()).find((flagged) => flagged.tabId === tabId) ?? null;
  const change = (work: (all: Flagged[]) => Flagged[]) =>
    inTurn(async () => memory.set(MEMORY_KEY, work(await read())));

  return {
    note: (tabId, url, verdict) =>
      change((all) => {
        const before = all.find((flagged) => flagged.tabId === tabId);
        const dismissed = before?.dismissed === true && verdict.level !== "block";
        return [
          ...all.filter((flagged) => flagged !== before),
          { tabId, url: keptAddress(url), verdict, dismissed },
        ].slice(-MAX_FLAGGED);
      }),
    async of(tabId, url) {
      const flagged = await inTab(tabId);
      return flagged?.url === keptAddress(url) ? flagged.verdict : null;
    },
    tabs: async () => (await read()).map(({ tabId }) => tabId),
    last: inTab,
    dismiss: (tabId) =>
      change((all) =>
        all.map((flagged) => (flagged.tabId === tabId ? { ...flagged, dismissed: true } : flagged)),
      ),
    async isDismissed(tabId, url) {
      const flagged = await inTab(tabId);
      return flagged?.dismissed === true && sameSite(flagged.url, url);
    },
    tidy: () => change((all) => all),
  };
}

/** As the address is written everywhere, so that the warning page finds it again. */
function keptAddress(url: string): string {
  const parsed = parseAddress(url);
  const [address = ""] = (parsed.ok ? parsed.address.url : url).split("#", 1);
  return address.slice(0, MAX_ADDRESS);
}

function sameSite(a: string, b: string): boolean {
  const [first, second] = [parseAddress(a), parseAddress(b)];
  return first.ok && second.ok && first.address.host === second.address.host;
}
