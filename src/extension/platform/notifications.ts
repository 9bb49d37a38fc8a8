import { browser } from "wxt/browser";

/** An optional permission: nobody has it until he asks for notifications himself. */
const PERMISSION = { permissions: ["notifications" as const] };

/** What the browser shows outside its windows. */
export interface Notifications {
  granted(): Promise<boolean>;
  /** Takes the place of one with the same id. Only where it was granted. */
  show(id: string, words: { title: string; text: string }): Promise<void>;
  /** Must be called while the background's script first runs. The listener gets the id. */
  onClick(listener: (id: string) => void): void;
}

export function browserNotifications(): Notifications {
  return {
    granted: () => browser.permissions.contains(PERMISSION),
    async show(id, { title, text }) {
      const iconUrl = browser.runtime.getURL("/icons/128.png");
      await browser.notifications.create(id, { type: "basic", iconUrl, title, message: text });
    },
    onClick(listener) {
      const clicked = (id: string) => {
        void browser.notifications.clear(id);
        listener(id);
      };
      // The interface is there once the permission is; adding a listener twice adds it once.
      const listen = () => browser.notifications?.onClicked.addListener(clicked);
      listen();
      browser.permissions.onAdded.addListener(listen);
    },
  };
}

/** Asks the person. Only in answer to a click, before anything is waited for. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}
