import type { Language } from "../../../ui/language-of.ts";
import { createMenuText } from "../../../ui/menu-text.ts";
import { MAX_SELECTION } from "../../max-selection.ts";
import type { MenuChoice, Menus } from "../../platform/menus.ts";
import type { Tabs } from "../../platform/tabs.ts";
import type { Selections } from "./selections.ts";

/** The window in which a link or a text is checked, and the ways that lead to it from a page's menu. */
export interface CheckWindow {
  /** Puts the ways into the menu, in the language that was chosen. */
  offer(): Promise<void>;
  /** Opens the window for what was chosen in the menu. */
  chosen(choice: MenuChoice): Promise<void>;
  /** Opens it for a text; empty for an empty box. */
  open(text: string, isPrivate: boolean): Promise<void>;
}

export function createCheckWindow(needs: {
  menus: Pick<Menus, "show">;
  tabs: Pick<Tabs, "openWindow">;
  selections: Pick<Selections, "give">;
  language: () => Promise<Language>;
  /** Address of the check page. */
  page: string;
}): CheckWindow {
  const { menus, tabs, selections, language, page } = needs;

  async function open(text: string, isPrivate: boolean): Promise<void> {
    const id = selections.give({ text: text.slice(0, MAX_SELECTION), isPrivate });
    await tabs.openWindow(`${page}#${id}`, { width: 460, height: 720 });
  }

  return {
    async offer() {
      const t = createMenuText(await language());
      await menus.show([
        { id: "link", title: t("menu.link"), on: "link" },
        { id: "selection", title: t("menu.selection"), on: "selection" },
      ]);
    },
    chosen: ({ text, isPrivate }) => open(text, isPrivate),
    open,
  };
}
