/** Types as fast as it goes, whatever the tab shows; not for ever, should a test fail meanwhile. */
export function typeInto(tab: { keyboard: { press(key: "a"): Promise<void> } }): {
  stop(): Promise<void>;
} {
  let typing = true;
  const end = Date.now() + 15_000;
  const done = (async () => {
    while (typing && Date.now() < end) await tab.keyboard.press("a").catch(() => undefined);
  })();
  return {
    stop() {
      typing = false;
      return done;
    },
  };
}
