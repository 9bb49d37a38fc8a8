import type { ListState } from "../messages.ts";
import type { Badge, BadgeLook } from "../platform/badge.ts";

export type BadgeState = "blocked" | "warned" | "official" | "outdated" | "unprotected" | "plain";

/** Colours of the design's tokens "stop", "care", "verified" and "soft", with white on them: contrast 4.5 or more. */
const LOOKS: Record<BadgeState, BadgeLook> = {
  blocked: look("✕", "#a4201b", "Tỉnh Táo đã chặn trang này"),
  warned: look("!", "#7a4d00", "Tỉnh Táo: hãy cẩn thận với trang này"),
  official: look("✓", "#13693c", "Tỉnh Táo: trang chính thức"),
  outdated: look("?", "#4a5765", "Tỉnh Táo: danh sách lừa đảo đã cũ"),
  unprotected: look("?", "#4a5765", "Tỉnh Táo chưa được phép bảo vệ trên mọi trang"),
  plain: look("", "#4a5765", "Tỉnh Táo"),
};

function look(text: string, background: string, title: string): BadgeLook {
  return { text, background, ink: "#ffffff", title };
}

export interface TabBadges {
  /** For one tab, or for all that have no mark of their own if `tabId` is null. */
  mark(tabId: number | null, state: BadgeState): Promise<void>;
  /** The mark of all tabs that have none of their own. */
  markAll(list: Pick<ListState, "freshness" | "problem">): Promise<void>;
}

/**
 * The toolbar mark. A tab's own mark is set where the background is awake anyway, by the warning page and by frames that
 * were blocked; the browser takes it away when the tab goes on. Nothing listens to tabs, so an ordinary page wakes nothing.
 */
export function createTabBadges(badge: Badge): TabBadges {
  return {
    mark: (tabId, state) => badge.show(tabId, LOOKS[state]),
    markAll: ({ freshness, problem }) => {
      const outdated = freshness === "expired" || freshness === "none";
      const state =
        problem?.code === "site-access" ? "unprotected" : outdated ? "outdated" : "plain";
      return badge.show(null, LOOKS[state]);
    },
  };
}
