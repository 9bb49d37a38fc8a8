import { createBadgeText } from "../../../ui/badge-text.ts";
import type { Language } from "../../../ui/language-of.ts";
import type { ListState } from "../../messages.ts";
import type { Badge } from "../../platform/badge.ts";

export type BadgeState =
  | "blocked"
  | "warned"
  | "official"
  | "outdated"
  | "unprotected"
  | "alert"
  | "plain";

/** Colours of the design's tokens "stop", "care", "verified", "soft" and "accent", with white on them: contrast 4.5 or more. */
const LOOKS: Record<BadgeState, { text: string; background: string }> = {
  blocked: { text: "✕", background: "#a4201b" },
  warned: { text: "!", background: "#7a4d00" },
  official: { text: "✓", background: "#13693c" },
  outdated: { text: "?", background: "#4a5765" },
  unprotected: { text: "?", background: "#4a5765" },
  alert: { text: "●", background: "#0b5cad" },
  plain: { text: "", background: "#4a5765" },
};

export interface TabBadges {
  /** For one tab, or for all that have no mark of their own if `tabId` is null. */
  mark(tabId: number | null, state: BadgeState): Promise<void>;
  /**
   * The mark of all tabs that have none of their own.
   *
   * @param alerts urgent alerts that were not shown yet
   */
  markAll(list: Pick<ListState, "freshness" | "problem">, alerts: number): Promise<void>;
}

/**
 * The toolbar mark. A tab's own mark is set where the background is awake anyway, by the warning page and by frames that
 * were blocked; the browser takes it away when the tab goes on. Nothing listens to tabs, so an ordinary page wakes nothing.
 */
export function createTabBadges(badge: Badge, language: () => Promise<Language>): TabBadges {
  const mark = async (tabId: number | null, state: BadgeState) => {
    const title = createBadgeText(await language())(`badge.${state}`);
    await badge.show(tabId, { ...LOOKS[state], ink: "#ffffff", title });
  };
  return {
    mark,
    markAll: ({ freshness, problem }, alerts) => {
      const outdated = freshness === "expired" || freshness === "none";
      const state =
        problem?.code === "site-access"
          ? "unprotected"
          : outdated
            ? "outdated"
            : alerts > 0
              ? "alert"
              : "plain";
      return mark(null, state);
    },
  };
}
