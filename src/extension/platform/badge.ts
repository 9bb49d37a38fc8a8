import { browser } from "wxt/browser";

export interface BadgeLook {
  /** One or two characters; empty for none. */
  text: string;
  /** CSS colours. */
  background: string;
  ink: string;
  /** What a screen reader and a resting pointer tell. */
  title: string;
}

export interface Badge {
  /** For one tab, until it goes to another page; for all others if `tabId` is null. */
  show(tabId: number | null, look: BadgeLook): Promise<void>;
}

export function browserBadge(): Badge {
  return {
    async show(tabId, { text, background, ink, title }) {
      const where = tabId === null ? {} : { tabId };
      try {
        await Promise.all([
          browser.action.setBadgeText({ ...where, text }),
          browser.action.setBadgeBackgroundColor({ ...where, color: background }),
          browser.action.setBadgeTextColor({ ...where, color: ink }),
          browser.action.setTitle({ ...where, title }),
        ]);
      } catch (error) {
        // The tab was closed meanwhile: nobody is left to see it.
        const gone = error instanceof Error && /no tab with id|invalid tab id/i.test(error.message);
        if (!gone) throw error;
      }
    },
  };
}
