/**
 * Nothing is painted, nothing can be focused or hit, yet the layout stays, so that a page that is revealed has lost
 * nothing. An important rule in the first layer of a document can't be outdone by the page's own style sheets but for
 * transitions (CSS Cascade 5, §6.1); opacity also hides what a shadow tree declares visible.
 */
const STYLE =
  "@layer{:root,:root *,::backdrop{visibility:hidden!important;transition:none!important}:root{opacity:0!important;pointer-events:none!important}}";

/** Not createElement: in SVG and other XML documents that makes an element without meaning. */
export const XHTML = "http://www.w3.org/1999/xhtml";

/**
 * Hides the document at once, of whatever kind it is. A page that removes the style or replaces its root gets it back
 * before the next paint.
 *
 * @returns what takes the cover away again
 */
export function coverDocument(): () => void {
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
