import { CAPS, type PageFacts } from "../../../core/evidence/page-facts.ts";
import { resolverOf } from "./addresses.ts";
import { ACTING, collectCode } from "./collect-code.ts";
import { collectFields } from "./collect-fields.ts";
import { collectLinks } from "./collect-links.ts";
import { collectMarks } from "./collect-marks.ts";
import { collectWords } from "./collect-words.ts";
import {
  attribute,
  clippedText,
  isBare,
  isDecoy,
  isElement,
  nameOf,
  namesOf,
  nextBeside,
  select,
  textOf,
  walkerOf,
} from "./dom.ts";
import { FEET, firstLines, HEAD, headOf, isFoot, isPost, PART } from "./parts-of-page.ts";

export interface CollectNeeds {
  /** The shadow tree of an element, open or closed (chrome.dom.openOrClosedShadowRoot); null if it has none. */
  shadowRootOf: (element: Element) => ShadowRoot | null;
  /** Told of every tree that was entered, so that its changes can be watched. */
  entered?: (root: Document | DocumentFragment) => void;
}

type Where = PageFacts["fieldsOnlyIn"];
interface Tree {
  root: Document | DocumentFragment;
  where: Where;
}

/** HTML Standard: the only elements besides custom ones that may carry a shadow tree. */
const PARTS = "article aside blockquote div footer h1 h2 h3 h4 h5 h6 header main nav p section";
const HOSTS = namesOf(`${PARTS} body span`);
const BLOCKS = namesOf(
  `${PARTS} a b br button dialog fieldset form label legend li ol option table td th tr ul`,
);
const UNREAD = namesOf("blockquote canvas noscript object q select template title");
/** Elements to look at more closely: the browser finds them, and of the many others nothing is asked. */
const ODD = `${ACTING},${FEET}`;
/** Words that a style sheet writes. */
const WRITTEN = /content\s*:\s*(["'])([^"'\\]+)\1/gi;
const YIELD_EVERY = 64;

/**
 * Gathers what a page shows and asks, within CAPS: one walk over its trees, no layout. Yields often, so that the caller
 * can spread the walk over idle slices. Throws nothing on account of the page.
 */
export function* collectFacts(top: Document, needs: CollectNeeds): Generator<void, PageFacts> {
  const facts: PageFacts = {
    address: top.URL.split("#", 1)[0]?.slice(0, CAPS.address) ?? "",
    title: clippedText(select(top, "title")[0], CAPS.line),
    headings: [],
    marks: [],
    banner: "",
    closing: "",
    fields: [],
    forms: [],
    packages: [],
    linkHosts: [],
    assetHosts: [],
    script: "",
    text: "",
    drawn: "",
    codeLength: 0,
    paragraphs: 0,
    hasArticle: false,
    fieldsOnlyIn: "page",
  };
  const finder = createFinder(facts, top.baseURI);
  const trees: Tree[] = [{ root: top, where: "page" }];
  const seen = new Set<Node>([top]);
  const enter = (root: Document | DocumentFragment | null, where: Where) => {
    if (root === null || seen.has(root) || seen.size > CAPS.frames) return;
    seen.add(root);
    trees.push({ root, where });
  };
  let nodes = 0;
  for (let tree = trees.shift(); tree !== undefined; tree = trees.shift()) {
    const { root, where } = tree;
    needs.entered?.(root);
    if (root !== top) finder.begin();
    // What is asked stands first: a flood of other nodes must not hide it.
    finder.enter(root, where);
    yield;
    const walker = walkerOf(root);
    let node = walker.nextNode();
    while (node !== null && nodes < CAPS.nodes) {
      if (++nodes % YIELD_EVERY === 0) yield;
      if (!isElement(node)) {
        finder.words(node);
        node = walker.nextNode();
        continue;
      }
      const name = nameOf(node);
      if (HOSTS.has(name) || name.includes("-")) {
        const shadow = needs.shadowRootOf(node);
        if (shadow !== null) enter(shadow, shadow.mode === "closed" ? "closed-shadow" : where);
      } else if (name === "iframe") {
        // Another origin's, or a sandbox, is closed to us: its own guard tells of it.
        enter((node as HTMLIFrameElement).contentDocument, where === "page" ? "frame" : where);
      } else if (name === "template") {
        // What the page will show on a click.
        enter((node as HTMLTemplateElement).content, where);
      }
      node = finder.element(node, name) ? walker.nextNode() : nextBeside(walker);
    }
  }
  finder.finish();
  return facts;
}

/** Gives each thing that the walk meets to the collector that knows what it says. */
function createFinder(facts: PageFacts, base: string) {
  const resolve = resolverOf(base);
  const { begin, words, heading, close, block, all } = collectWords(facts);
  const code = collectCode(facts, resolve);
  const marks = collectMarks(facts, resolve, heading);
  const link = collectLinks(facts, base, resolve);
  const fields = collectFields(facts, resolve);
  let odd = new Set<Element>();
  let header: Element | null = null;
  let footer: Element | null = null;

  return {
    begin,
    words,
    enter(root: Document | DocumentFragment, where: Where): void {
      odd = new Set(select(root, ODD));
      fields(root, where);
    },
    /** @returns whether to look inside */
    element(element: Element, name: string): boolean {
      const bare = isBare(element);
      const called = bare ? "" : attribute(element, "class");
      const isPart = called !== "" && PART.test(called);
      const isOdd = !bare && odd.has(element);
      if (!bare && isDecoy(element)) return false;
      if (isOdd) code.actions(element);
      if (isPart) marks.lettered(element, name, called);
      if (BLOCKS.has(name)) {
        if (isPart && isPost(element, called)) return false;
        if (name === "footer" || ((isPart || isOdd) && isFoot(element, name))) footer = element;
        if (name === "header" || (isPart && HEAD.test(called))) header ??= element;
        block(name === "a" || name === "b");
      }
      switch (name) {
        case "script":
          code.script(element);
          return false;
        case "iframe":
          code.source(element);
          return true;
        case "svg":
          marks.svg(element);
          return false;
        case "code":
        case "pre":
          facts.codeLength += Math.min(textOf(element).length, CAPS.text);
          return false;
        case "img":
          marks.picture(element);
          return false;
        case "link":
          marks.icon(element);
          return false;
        case "meta":
          marks.siteName(element);
          return false;
        case "style": {
          const css = textOf(element).slice(0, CAPS.script);
          for (const [, , written = ""] of css.matchAll(WRITTEN)) {
            if (/\p{L}/u.test(written)) marks.draw([written]);
          }
          if (css.includes("bidi-override")) code.code("// bidi-override");
          return false;
        }
        case "a":
          link(element);
          return true;
        case "article":
          facts.hasArticle = true;
          return true;
        case "h1":
        case "h2":
        case "h3":
        case "legend":
          heading(clippedText(element, CAPS.line));
          return true;
        default:
          return !UNREAD.has(name);
      }
    },
    finish(): void {
      facts.text = all();
      facts.banner = header === null ? firstLines(facts.text) : headOf(header);
      if (footer !== null) close(clippedText(footer, 400));
    },
  };
}
