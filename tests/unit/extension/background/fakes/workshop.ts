import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { DEFAULT_POLICY, type Policy } from "../../../../../src/core/policy/policy.ts";
import { createChromiumEnforcement } from "../../../../../src/extension/background/enforcement/chromium-enforcement.ts";
import {
  createKnowledgeSource,
  filesOf,
  type KnowledgeSource,
} from "../../../../../src/extension/background/lists/knowledge-source.ts";
import type { PackagedArtifact } from "../../../../../src/extension/background/lists/packaged-feed.ts";
import type { PolicySource } from "../../../../../src/extension/background/policy-source.ts";
import type { InstalledArtifact } from "../../../../../src/extension/background/store/state.ts";
import {
  type Bytes,
  openStore,
  type Store,
} from "../../../../../src/extension/background/store/store.ts";
import { type FakeRules, fakeRules, WARNING } from "./fake-rules.ts";
import { listBytes, sha256 } from "./lists.ts";

/** The parts of a background around one database; "dies" and comes back on the same database and browser. */
export interface Workshop {
  store: Store;
  knowledgeSource: KnowledgeSource;
  rules: FakeRules;
  policy: Policy;
  lifted: boolean;
  now: number;
  enforcement(): ReturnType<typeof createChromiumEnforcement>;
  /** Puts a whole list in place, as a sync without deltas does. */
  install(kind: "blocklist" | "paths", names: readonly string[]): Promise<InstalledArtifact>;
  /** The background is killed and starts again: what it had in memory is gone. */
  kill(): Promise<void>;
}

/** A database of its own for each test. */
export function freshDatabase(): void {
  globalThis.indexedDB = new IDBFactory();
}

export async function openWorkshop(packaged: PackagedArtifact[] = []): Promise<Workshop> {
  freshDatabase();
  const store = await openStore();
  const policySource: PolicySource = {
    current: async () => shop.policy,
    problems: async () => [],
    refresh: async () => false,
  };
  const newKnowledgeSource = () =>
    createKnowledgeSource({
      store: shop.store,
      policy: policySource,
      packaged: async () => packaged,
    });
  const shop: Workshop = {
    store,
    rules: fakeRules(),
    policy: DEFAULT_POLICY,
    lifted: false,
    now: Date.UTC(2026, 10, 1),
    knowledgeSource: undefined as unknown as KnowledgeSource,
    enforcement: () =>
      createChromiumEnforcement({
        rules: shop.rules,
        lift: {
          async register() {
            shop.lifted = true;
          },
          registered: async () => shop.lifted,
        },
        siteAccess: { granted: async () => true },
        store: shop.store,
        knowledgeSource: shop.knowledgeSource,
        sha256,
        warningUrl: WARNING,
        now: () => shop.now,
      }),
    async install(kind, names) {
      const { about, bytes } = await artifactOf(kind, names);
      await shop.store.commit((state) => ({
        state: {
          ...state,
          artifacts: [...state.artifacts.filter(({ path }) => path !== about.path), about],
        },
        files: filesOf(about, bytes, shop.policy),
      }));
      shop.knowledgeSource.forget();
      return about;
    },
    async kill() {
      shop.store.close();
      shop.store = await openStore();
      shop.knowledgeSource = newKnowledgeSource();
    },
  };
  shop.knowledgeSource = newKnowledgeSource();
  return shop;
}

export async function artifactOf(
  kind: "blocklist" | "paths",
  names: readonly string[],
): Promise<{ about: InstalledArtifact; bytes: Bytes }> {
  const bytes = listBytes(names);
  return {
    bytes,
    about: {
      path: `${kind}/scam.ttb.gz`,
      kind,
      category: "scam",
      sha256: await sha256(bytes),
      count: names.length,
      made: 1,
      origin: "feed",
    },
  };
}
