const XHTML = "http://www.w3.org/1999/xhtml";

/**
 * An element with its style. Set on the element by script, a style is no matter of the page's content security policy;
 * made by name space, it has meaning in documents of any kind.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  style: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElementNS(XHTML, name) as HTMLElementTagNameMap[K];
  element.style.cssText = style;
  element.append(...content);
  return element;
}

/** Tokens of the design "care", "paper", "ink", "accent", light and dark. */
export const CARE = "light-dark(#7a4d00,#ffd58a)";
export const CARE_WASH = "light-dark(#fff3d6,#33260a)";

const BUTTON =
  "all:revert;font:inherit;font-weight:600;min-height:44px;padding:4px 16px;border-radius:10px;cursor:pointer;";

/** Face and size of letters, as the design has them. */
export function letters(large: boolean): string {
  const [size, line] = large ? [22, 32] : [16, 24];
  return `font:${size}px/${line}px system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;`;
}

/** The way that is meant to be taken, and the others. */
export const FIRST = `${BUTTON}border:0;background:light-dark(#0b5cad,#8fc1ff);color:light-dark(#fff,#0b1a2b);`;
export const OTHER = `${BUTTON}border:1px solid ${CARE};background:none;color:inherit;`;
