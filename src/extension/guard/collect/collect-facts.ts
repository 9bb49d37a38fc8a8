import { CAPS, type PageFacts } from "../../../core/evidence/page-facts.ts";
import { resolverOf } from "./addresses.ts";
import { collectCode } from "./collect-code.ts";
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
  nextBeside,
  select,
  textOf,
  walkerOf,
} from "./dom.ts";
import { firstLines, HEAD, headOf, isFoot, isPost } from "./parts-of-page.ts";

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
const MAY_HOST =
  /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
const BLOCK =
  /^(?:p|div|li|ul|ol|tr|td|th|h[1-6]|section|article|header|footer|main|nav|form|label|button|br|fieldset|legend|table|blockquote|dialog|aside|option|a|b)$/;
const UNREAD = /^(?:blockquote|canvas|noscript|object|q|select|template|title)$/;
/** Words that a style sheet writes. */
const WRITTEN = /content\s*:\s*(["'])([^"'\\]*\p{L}[^"'\\]*)\1/giu;
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
    finder.fields(root, where);
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
      if (MAY_HOST.test(name)) {
        const shadow = needs.shadowRootOf(node);
        if (shadow !== null) enter(shadow, shadow.mode === "closed" ? "closed-shadow" : where);
      } else if (name === "iframe") {
        enter(frameDocument(node), where === "page" ? "frame" : where);
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

/** Only frames without an address of their own, or of the same origin: others are judged by their own guard. */
function frameDocument(frame: Element): Document | null {
  const inside = (frame as HTMLIFrameElement).contentDocument;
  if (inside !== null) return inside;
  const written = attribute(frame, "srcdoc", CAPS.text);
  return written === "" ? null : new DOMParser().parseFromString(written, "text/html");
}

/** Gives each thing that the walk meets to the collector that knows what it says. */
function createFinder(facts: PageFacts, base: string) {
  const resolve = resolverOf(base);
  const { begin, words, heading, close, block, all } = collectWords(facts);
  const code = collectCode(facts, resolve);
  const marks = collectMarks(facts, resolve, heading);
  const link = collectLinks(facts, base, resolve);
  let header: Element | null = null;
  let footer: Element | null = null;

  return {
    begin,
    words,
    fields: collectFields(facts, resolve),
    /** @returns whether to look inside */
    element(element: Element, name: string): boolean {
      const bare = isBare(element);
      const called = bare ? "" : attribute(element, "class");
      if (!bare) {
        if (isDecoy(element)) return false;
        code.actions(element, name);
      }
      if (called !== "") marks.lettered(element, name, called);
      if (BLOCK.test(name)) {
        if (!bare) {
          if (isPost(element, called)) return false;
          if (isFoot(element, name)) footer = element;
          if (HEAD.test(called)) header ??= element;
        }
        if (name === "header") header ??= element;
        else if (name === "footer") footer = element;
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
          for (const [, , written = ""] of css.matchAll(WRITTEN)) marks.draw([written]);
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
          return !UNREAD.test(name);
      }
    },
    finish(): void {
      facts.text = all();
      facts.banner = header === null ? firstLines(facts.text) : headOf(header);
      if (footer !== null) close(clippedText(footer, 400));
    },
  };
}
