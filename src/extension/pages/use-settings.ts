import { useCallback, useLayoutEffect, useState } from "preact/hooks";
import type { SomeSettings } from "../../core/settings/settings.ts";
import type { SettingsInForce } from "../../core/settings/settings-in-force.ts";
import type { AskFailure } from "./ask-background.ts";
import type { PageNeeds } from "./page-needs.ts";

/** What became of the last change. */
export type Saving = { state: "idle" | "saved" } | { state: "failed"; failure: AskFailure };

export interface KnownSettings {
  /** Null until the background has told. */
  inForce: SettingsInForce | null;
  /** Why it has not told. */
  failure: AskFailure | null;
  saving: Saving;
  /** Takes effect at once. @returns true once it is stored */
  save(changes: SomeSettings): Promise<boolean>;
}

/** The settings in force, and the way to change them. */
export function useSettings({ ask }: Pick<PageNeeds, "ask">): KnownSettings {
  const [inForce, setInForce] = useState<SettingsInForce | null>(null);
  const [failure, setFailure] = useState<AskFailure | null>(null);
  const [saving, setSaving] = useState<Saving>({ state: "idle" });
  useLayoutEffect(() => {
    ask({ type: "settings" }).then((asked) => {
      if (asked.ok) setInForce(asked.answer);
      else setFailure(asked.failure);
    });
  }, [ask]);

  const save = useCallback(
    async (changes: SomeSettings) => {
      setSaving({ state: "idle" });
      const asked = await ask({ type: "save-settings", changes });
      if (asked.ok) setInForce(asked.answer);
      // A control that was moved goes back to what holds.
      else setInForce((before) => before && { ...before });
      setSaving(asked.ok ? { state: "saved" } : { state: "failed", failure: asked.failure });
      return asked.ok;
    },
    [ask],
  );
  return { inForce, failure, saving, save };
}
