/**
 * Keeps the place of whoever goes by keyboard or by ear: where the control that had the focus goes away, the nearest part
 * around it that is still there takes the focus. Without it the browser would begin again at the top. What a part of the
 * page itself does with the focus afterwards counts.
 */
export function keepFocus(root: Element): void {
  let around: HTMLElement[] = [];
  root.addEventListener("focusin", ({ target }: Event) => {
    around = [];
    let part = target instanceof HTMLElement ? target : null;
    for (; part !== null && part !== root; part = part.parentElement) around.push(part);
  });
  new MutationObserver(() => {
    const { activeElement, body } = root.ownerDocument;
    const [focused] = around;
    if (activeElement !== body || focused === undefined || focused.isConnected) return;
    const near = around.find((part) => part.isConnected);
    if (near === undefined) return;
    if (!near.hasAttribute("tabindex")) near.tabIndex = -1;
    near.focus({ preventScroll: true });
  }).observe(root, { childList: true, subtree: true });
}
