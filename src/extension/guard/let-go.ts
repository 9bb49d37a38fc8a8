/** Keeps a page from asking "Leave site?" of whoever wants to be out of it. */
export function letGo(): void {
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
}
