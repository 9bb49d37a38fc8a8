/** The element of the page's HTML that holds everything. @throws Error if the HTML was broken */
export function rootElement(): Element {
  const root = document.getElementById("app");
  if (!root) throw new Error("the page has no #app");
  return root;
}
