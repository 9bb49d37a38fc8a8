/**
 * What is to be read aloud below an element, sentence by sentence: ranges over its parts with `data-said`, in order.
 *
 * @param language BCP 47
 */
export function sentencesIn(root: Element, language: string): Range[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  return [...root.querySelectorAll("[data-said]")].flatMap((part) => {
    const nodes = textNodesOf(part);
    const text = nodes.map(({ data }) => data).join("");
    return [...segmenter.segment(text)]
      .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
      .map(({ segment, index }) => rangeOver(nodes, index, index + segment.trimEnd().length));
  });
}

function textNodesOf(part: Element): globalThis.Text[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const nodes: globalThis.Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as globalThis.Text);
  return nodes;
}

/** @param from, to offsets in the text of all nodes together */
function rangeOver(nodes: readonly globalThis.Text[], from: number, to: number): Range {
  const range = document.createRange();
  let before = 0;
  for (const node of nodes) {
    const end = before + node.length;
    if (from >= before && from < end) range.setStart(node, from - before);
    if (to > before && to <= end) range.setEnd(node, to - before);
    before = end;
  }
  return range;
}
