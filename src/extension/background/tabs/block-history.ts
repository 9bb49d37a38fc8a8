import { parseAddress } from "../../../core/host/address.ts";
import type { Verdict } from "../../../core/verdict/verdict.ts";
import type { Store } from "../store/store.ts";
import type { UserSettings } from "../user-settings.ts";

/** What was blocked, noted on this machine for the person alone, unless he does not want it. */
export interface BlockHistory {
  /** Never fails: a note that can't be written must not keep a warning from being shown. */
  note(url: string, verdict: Verdict, where: { frame: boolean; inPrivate: boolean }): Promise<void>;
}

export function createBlockHistory(needs: {
  store: Pick<Store, "blocked">;
  settings: Pick<UserSettings, "current">;
  now: () => number;
}): BlockHistory {
  const { store, settings, now } = needs;
  return {
    async note(url, verdict, { frame, inPrivate }) {
      const parsed = parseAddress(url);
      if (inPrivate || !parsed.ok) return;
      try {
        if (!(await settings.current()).settings.keepHistory) return;
        const { host } = parsed.address;
        await store.blocked.note({ host, frame, verdict, at: now() });
      } catch (error) {
        console.warn("Tỉnh Táo", error);
      }
    },
  };
}
