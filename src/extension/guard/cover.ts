/**
 * Nothing is painted, nothing can be focused or hit, yet the layout stays, so that a page that is revealed has lost
 * nothing. An important rule in the first layer of a document can't be outdone by the page's own style sheets
 * (CSS Cascade 5, §6.1); opacity also hides what a shadow tree declares visible.
 */
const STYLE =
  "@layer{:root,:root *{visibility:hidden!important}:root{opacity:0!important;pointer-events:none!important}}";

const XHTML = "http://www.w3.org/1999/xhtml";

/**
 * Hides the document at once, of whatever kind it is. Must run before the page's first script.
 *
 * At first by a constructed sheet, for on warm pages the cover is gone in the same tick, and to touch an element there
 * costs a third of the guard's start (0.4 of 1.2 ms, Chromium 156). A page could take that sheet away, so an element that
 * comes back stands in for it before anything is painted: callbacks for the first frame run in order, ours before those
 * of the page.
 *
 * @returns what takes the cover away again
 */
export function coverDocument(): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  let release: (() => void) | null = null;
  const hold = () => {
    release ??= holdCover();
  };
  const frame = requestAnimationFrame(hold);
  const timer = setTimeout(hold);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    release?.();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

/** A page that removes the style or replaces its root gets it back before the next paint. */
function holdCover(): () => void {
  // Not createElement: in SVG and other XML documents that makes an element without meaning.
  const style = document.createElementNS(XHTML, "style");
  style.textContent = STYLE;
  const put = () => {
    const root = document.documentElement;
    if (root !== null && style.parentNode !== root) root.prepend(style);
  };
  const watch = new MutationObserver(put);
  put();
  watch.observe(document, { childList: true, subtree: true });
  return () => {
    watch.disconnect();
    style.remove();
  };
}
