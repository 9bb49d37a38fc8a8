import { LEFT_FOR } from "../platform/left-for.ts";
import { navigation } from "./navigation.ts";

type World = { [LEFT_FOR]?: string };
const world = globalThis as World;

/** Takes the page to another address; the page neither hears of that nor can call it off. */
export function goUnheard(to: string, go: (to: string) => void): void {
  world[LEFT_FOR] = new URL(to).href;
  go(to);
}

/** Stands before every listener of the page; so it must be called before the first script. */
export const standBeforeLeaving = (() => {
  navigation?.addEventListener("navigate", (event) => {
    if (event.destination.url === world[LEFT_FOR]) event.stopImmediatePropagation();
  });
}) satisfies () => void;

/** Keeps a page from asking "Leave site?" of whoever wants to be out of it. */
export function letGo(): void {
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
}
