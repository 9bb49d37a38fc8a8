import { browser } from "wxt/browser";

/** An item in the menu that a page shows at a right click. */
export interface MenuItem {
  id: string;
  title: string;
  /** Where it stands: on a link, or on text that is marked. */
  on: "link" | "selection";
}

export interface MenuChoice {
  id: string;
  /** The link's address, or the marked text. */
  text: string;
  isPrivate: boolean;
}

export interface Menus {
  /** Puts these items in place of those that were there. Does nothing where the browser has no such menu. */
  show(items: readonly MenuItem[]): Promise<void>;
  /** Must be called while the background's script first runs. */
  onChoose(listener: (choice: MenuChoice) => void): void;
}

export function browserMenus(): Menus {
  // Firefox for Android has none.
  const menus = browser.contextMenus as typeof browser.contextMenus | undefined;
  return {
    async show(items) {
      if (menus === undefined) return;
      await menus.removeAll();
      for (const { id, title, on } of items) menus.create({ id, title, contexts: [on] });
    },
    onChoose(listener) {
      menus?.onClicked.addListener(({ menuItemId, linkUrl, selectionText }, tab) => {
        const text = menuItemId === "link" ? linkUrl : selectionText;
        listener({
          id: String(menuItemId),
          text: text ?? "",
          isPrivate: tab?.incognito === true,
        });
      });
    },
  };
}
