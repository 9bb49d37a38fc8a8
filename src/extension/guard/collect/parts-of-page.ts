import { CAPS } from "../../../core/evidence/page-facts.ts";
import {
  attribute,
  elementAfter,
  elementBefore,
  isElement,
  nameOf,
  nextBeside,
  textOf,
  walkerOf,
} from "./dom.ts";

/** Words of classes that HEAD, FOOT, POST or the name of a site may be found in, for one look at most classes. */
export const PART = /head|foot|logo|brand|site|message|post|comment|reply|answer|review/i;
/** What may be a foot by another sign than its name and its class. */
export const FEET = "[role=contentinfo],[id*='foot' i]";
/** Classes of head and foot where the maker knows no <header> and <footer>; cards and dialogs have theirs. */
export const HEAD = /(?<!card-|modal-|form-|panel-)\bheader\b/i;
const FOOT = /(?<!card-|modal-|form-|panel-)\bfoot(?:er)?\b/i;
/** What visitors of a forum or a shop write, one beside the other, by the classes of the usual programs. */
const POST = /(?:^|\s)(?:message|(?:topic-)?post|comment|reply|answer|review)(?:-\S*)?(?:\s|$)/i;

export function isFoot(element: Element, name: string): boolean {
  return (
    name === "footer" ||
    attribute(element, "role", 20) === "contentinfo" ||
    FOOT.test(`${attribute(element, "class")} ${attribute(element, "id")}`)
  );
}

/**
 * Who gives others room to write says none of it.
 *
 * @param called the element's class
 */
export function isPost(element: Element, called: string): boolean {
  return (
    POST.test(called) &&
    [elementBefore(element), elementAfter(element)].some(
      (beside) => beside !== null && POST.test(attribute(beside, "class")),
    )
  );
}

/** Words of a page's head without its menu. */
export function headOf(header: Element): string {
  const walker = walkerOf(header);
  let text = "";
  let node = walker.nextNode();
  for (let step = 0; step < 200 && node !== null && text.length < CAPS.line; step++) {
    if (isElement(node)) {
      if (/^(?:nav|script|style|ul|form|select)$/.test(nameOf(node))) {
        node = nextBeside(walker);
        continue;
      }
      text += ` ${attribute(node, "aria-label", 60)} `;
    } else text += ` ${textOf(node)}`;
    node = walker.nextNode();
  }
  return text.replace(/\s+/g, " ").trim().slice(0, CAPS.line);
}

/** What stands first on a page that marks no header. */
export function firstLines(text: string): string {
  const lines = text
    .slice(0, 2_000)
    .trim()
    .split(/(?<!\s)\s*\n\s*/, 2);
  return lines.join(" ").replace(/\s+/g, " ").slice(0, 80);
}
