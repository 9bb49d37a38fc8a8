import { CAPS, type PageFacts } from "../../../core/evidence/page-facts.ts";
import { resolverOf } from "./addresses.ts";
import { ACTING, collectCode } from "./collect-code.ts";
import { collectFields, type Tree } from "./collect-fields.ts";
import { collectLinks } from "./collect-links.ts";
import { collectMarks } from "./collect-marks.ts";
import { collectWords } from "./collect-words.ts";
import {
  attribute,
  clippedText,
  dataOf,
  isBare,
  isDecoy,
  isElement,
  matches,
  nameOf,
  namesOf,
  nextBeside,
  SILENT,
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

/** HTML Standard: the only elements besides custom ones that may carry a shadow tree. */
const PARTS = "article aside blockquote div footer h1 h2 h3 h4 h5 h6 header main nav p section";
const HOSTS = namesOf(`${PARTS} body span`);
const BLOCKS = namesOf(
  `${PARTS} a b br button dialog fieldset form label legend li ol option table td th tr ul`,
);
/** Who says no more than that in words of their own, in characters, quotes nobody. */
const FEW_WORDS = 1_000;
/** Elements to look at more closely: the browser finds them, and of the many others nothing is asked. */
const ODD = `${ACTING},${FEET}`;
/** Words that a style sheet writes. */
const WRITTEN = /content\s*:\s*(["'])([^"'\\]+)\1/gi;
const CLOSED = "closed-shadow";
const YIELD_EVERY = 64;

/**
 * Gathers what a page shows and asks, within CAPS: one walk over its trees, no layout. Fields are found apart from it, so
 * that no flood of other things keeps them out. Yields often, so that the caller can spread the walk over idle slices.
 * Throws nothing on account of the page.
 *
 * @param isOwn true to take what the page quotes for its own words
 */
export function* collectFacts(
  top: Document,
  needs: CollectNeeds,
  isOwn = false,
): Generator<void, PageFacts> {
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
  const fields = collectFields(facts, resolverOf(top.baseURI));
  const finder = createFinder(facts, top.baseURI, isOwn);
  const trees: Tree[] = [{ root: top, where: "page" }];
  const seen = new Set<Node>([top]);
  let nodes = 0;

  /** The tree that an element carries, if there is room for its words. What it asks is noted in any case. */
  function enter(element: Element, name: string, where: Tree["where"]): Tree | undefined {
    let root: Tree["root"] | null = null;
    if (HOSTS.has(name) || name.includes("-")) root = needs.shadowRootOf(element);
    // Another origin's, or a sandbox, is closed to us: its own guard tells of it.
    else if (name === "iframe") root = (element as HTMLIFrameElement).contentDocument;
    // What the page will show on a click.
    else if (name === "template") root = (element as HTMLTemplateElement).content;
    if (root === null || seen.has(root)) return;
    seen.add(root);
    const inFrame = where === "page" && name === "iframe" ? "frame" : where;
    const tree = { root, where: (root as ShadowRoot).mode === "closed" ? CLOSED : inFrame };
    fields.find(tree);
    if (trees.length < CAPS.frames) return tree;
  }

  trees.forEach(fields.find);
  // More come while they are walked.
  for (const { root, where } of trees) {
    needs.entered?.(root);
    if (root !== top) finder.begin();
    finder.enter(root);
    yield;
    const walker = walkerOf(root);
    let node = walker.nextNode();
    while (node !== null && nodes < CAPS.nodes) {
      if (++nodes % YIELD_EVERY === 0) yield;
      if (isElement(node)) {
        const name = nameOf(node);
        const tree = enter(node, name, where);
        // To reach into a frame takes a millisecond.
        if (name === "iframe") yield;
        if (tree !== undefined) trees.push(tree);
        node = finder.element(node, name) ? walker.nextNode() : nextBeside(walker);
      } else {
        finder.words(node);
        node = walker.nextNode();
      }
    }
  }
  if (finder.finish() && facts.text.length < FEW_WORDS)
    return yield* collectFacts(top, needs, true);
  yield* fields.describe();
  return facts;
}

/** Gives each thing that the walk meets to the collector that knows what it says. */
function createFinder(facts: PageFacts, base: string, isOwn: boolean) {
  const resolve = resolverOf(base);
  const { begin, words, heading, close, block, all } = collectWords(facts);
  const code = collectCode(facts, resolve);
  const marks = collectMarks(facts, resolve, heading);
  const link = collectLinks(facts, base, resolve);
  const odd = new Set<Element>();
  let quotes = false;
  let header: Element | null = null;
  let footer: Element | null = null;

  /** @returns whether to look inside, as where the page asks in it */
  function quote(element: Element): boolean {
    if (isOwn) return true;
    quotes = true;
    return select(element, "input").length > 0;
  }

  return {
    begin,
    words: (text: Node) => words(dataOf(text)),
    enter(root: Document | DocumentFragment): void {
      for (const element of select(root, ODD)) odd.add(element);
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
        if (isPart && isPost(element, called) && !quote(element)) return false;
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
          // Here an SVG picture holds a piece of the page.
          return select(element, "foreignObject").length > 0;
        case "code":
        case "pre":
          if (!isOwn) facts.codeLength += Math.min(textOf(element).length, CAPS.text);
          return quote(element);
        case "input":
          block(true);
          // What a button is called, or a field that looks like words.
          if (matches(element, "[type=button],[type=submit],[readonly]"))
            words(attribute(element, "value"));
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
          return name === "blockquote" || name === "q" ? quote(element) : !SILENT.has(name);
      }
    },
    /** @returns whether something was left out as said by others */
    finish(): boolean {
      facts.text = all();
      facts.banner = header === null ? firstLines(facts.text) : headOf(header);
      if (footer !== null) close(clippedText(footer, 400));
      return quotes;
    },
  };
}
