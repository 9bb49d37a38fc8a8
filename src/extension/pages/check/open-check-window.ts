import { MAX_SELECTION } from "../../max-selection.ts";
import { inPrivateWindow } from "../../platform/tabs-of-page.ts";
import type { Ask } from "../ask-background.ts";

/** Opens the check in a window of its own; a popup is closed by it. */
export async function openCheckWindow(ask: Ask, text: string): Promise<void> {
  const isPrivate = await inPrivateWindow();
  await ask({ type: "open-check", text: text.slice(0, MAX_SELECTION), isPrivate });
}
