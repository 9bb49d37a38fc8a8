import { CAPS, type PageFacts } from "../../../core/evidence/page-facts.ts";
import { describeField } from "./describe-field.ts";
import {
  attribute,
  clippedText,
  elementAfter,
  elementBefore,
  has,
  isBare,
  isDetour,
  isElement,
  nameOf,
  nextBeside,
  parentOf,
  select,
  textOf,
  walkerOf,
} from "./dom.ts";
import { createMasking } from "./masking.ts";
import { drawnLines, isQrCode, readDrawing } from "./read-drawing.ts";

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
/** Elements that may be a mark made of letters, by the class that says so. */
const MAY_NAME = /^(?:a|b|div|h[1-3]|p|span|strong)$/;
const NAMED = /(?:^|[\s_-])(?:logo|brand|site-?(?:title|name))(?:$|[\s_-]|text|name|title)/i;
/** Head and foot of a page whose maker knows no <header> and <footer>; cards and dialogs have theirs. */
const HEAD = /(?<!card-|modal-|form-|panel-)\bheader\b/i;
const FOOT = /(?<!card-|modal-|form-|panel-)\bfoot(?:er)?\b/i;
/** What visitors of a forum or a shop write, one beside the other, by the classes of the usual programs. */
const POST = /(?:^|\s)(?:message|(?:topic-)?post|comment|reply|answer|review)(?:-\S*)?(?:\s|$)/i;
const SITE_NAME = /^(?:og:site_name|application-name|apple-mobile-web-app-title)$/i;
const UNREAD = /^(?:title|noscript|template|select|object|canvas)$/;
const PACKAGE = /\.(?:x?apk|apk[ms]|mobileconfig)(?:[?#]|$)|^itms-services:/i;
/** Links that stay on their host whatever follows. Most do, and to parse an address costs more than all else of a link. */
const INSIDE = /^(?:[#?]|\/(?:[\w-]|$))/;
/** Elements that are written to act on a click, a key or a submit. */
const ACTORS = /^(?:a|body|button|form|html|input)$/;
const HANDLERS = [
  "oncontextmenu",
  "onselectstart",
  "onkeydown",
  "onbeforeunload",
  "oncopy",
  "onclick",
  "onsubmit",
];
const MOST_HANDLERS = 200;
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
    title: clippedText(select(top, "head > title, title")[0] ?? null, CAPS.line),
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
  const found = new Finder(facts, top);
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
    found.enter(root, where);
    // What is asked stands first: a flood of other nodes must not hide it.
    found.fieldsOf(root, where);
    yield;
    const walker = walkerOf(root);
    let node = walker.nextNode();
    while (node !== null && nodes < CAPS.nodes) {
      if (++nodes % YIELD_EVERY === 0) yield;
      if (!isElement(node)) {
        found.words(node);
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
      node = found.element(node, name) ? walker.nextNode() : nextBeside(walker);
    }
  }
  found.finish();
  return facts;
}

/** Only frames without an address of their own, or of the same origin: others are judged by their own guard. */
function frameDocument(frame: Element): Document | null {
  const inside = (frame as HTMLIFrameElement).contentDocument;
  if (inside !== null) return inside;
  const written = attribute(frame, "srcdoc", CAPS.text);
  return written === "" ? null : new DOMParser().parseFromString(written, "text/html");
}

/** Sorts what the walk meets into facts. */
class Finder {
  readonly #facts: PageFacts;
  readonly #base: string;
  readonly #forms = new Map<Element, number>();
  readonly #fieldsIn = new Map<Where, number>();
  readonly #linkHosts = new Set<string>();
  readonly #assetHosts = new Set<string>();
  #header: Element | null = null;
  #footer: Element | null = null;
  #links = 0;
  #pictures = 0;
  #handlers = 0;
  #paragraph = 0;
  /** The words so far, in pieces: to look at a growing string again and again would copy it each time. */
  readonly #pieces: string[] = [];
  #length = 0;
  #end = "\n";
  #isFirst = false;

  constructor(facts: PageFacts, top: Document) {
    this.#facts = facts;
    this.#base = top.baseURI;
  }

  enter(root: Document | DocumentFragment, where: Where): void {
    if (where === "page" && root.nodeType === 9) return;
    this.#add("\n");
    this.#isFirst = true;
  }

  fieldsOf(root: Document | DocumentFragment, where: Where): void {
    const { fields } = this.#facts;
    const elements = select(root, "input:not([type=hidden]), textarea, [contenteditable]");
    if (elements.length === 0) return;
    const isMasked = createMasking(root);
    for (const element of elements) {
      if (fields.length >= CAPS.fields) return;
      const field = describeField(element, root, isMasked(element), this.#formOf(element));
      if (!/^(?:submit|button|reset|image|checkbox|radio|range)$/.test(field.type)) {
        this.#fieldsIn.set(where, (this.#fieldsIn.get(where) ?? 0) + 1);
      }
      fields.push(field);
    }
  }

  /** The form around a field, or the box that stands for one. */
  #formOf(field: Element): number {
    let up: Node | null = parentOf(field);
    let box: Element | null = null;
    for (let step = 0; step < 30 && up !== null && isElement(up); step++) {
      const name = nameOf(up);
      if (name === "form") {
        box = up;
        break;
      }
      if (
        step > 0 &&
        step < 4 &&
        box === null &&
        /^(?:div|section|fieldset|dialog|main)$/.test(name)
      )
        box = up;
      up = parentOf(up);
    }
    if (box === null) return -1;
    const known = this.#forms.get(box);
    if (known !== undefined) return known;
    if (this.#forms.size >= CAPS.forms) return -1;
    const index = this.#forms.size;
    this.#forms.set(box, index);
    const action = nameOf(box) === "form" ? attribute(box, "action", CAPS.address) : "";
    const before = elementBefore(box);
    this.#facts.forms.push({
      action: action === "" || action.startsWith("#") ? "" : this.#resolve(action),
      around: `${clippedText(before, 160)} | ${clippedText(box, 300, isDetour)}`,
    });
    return index;
  }

  words(node: Node): void {
    if (this.#length >= CAPS.text) return;
    const words = textOf(node)
      .slice(0, CAPS.text - this.#length)
      .replace(/\s+/g, " ");
    if (words === " ") {
      this.#space(" ");
      return;
    }
    if (words === "") return;
    this.#add(words);
    // What stands first in a frame, a shadow tree or a template is its title.
    if (this.#isFirst) this.#heading(words.trim().slice(0, CAPS.line));
    this.#isFirst = false;
    this.#paragraph += words.length;
    if (/©|\(c\) ?\d{4}|bản quyền/i.test(words)) this.#close(words);
  }

  #add(words: string): void {
    this.#pieces.push(words);
    this.#length += words.length;
    this.#end = words.charAt(words.length - 1);
  }

  /** A blank where there is none, or a line's end where there is no more than a blank. */
  #space(space: string): void {
    if (this.#end !== "\n" && this.#end !== space && this.#length < CAPS.text) this.#add(space);
  }

  /** @returns whether to look inside */
  element(element: Element, name: string): boolean {
    const bare = isBare(element);
    const called = bare ? "" : attribute(element, "class");
    if (!bare && ACTORS.test(name)) this.#actions(element);
    if (called !== "" && MAY_NAME.test(name) && NAMED.test(called))
      this.#mark(clippedText(element, 60), element);
    if (BLOCK.test(name)) {
      if (called !== "" && isPost(element, called)) return false;
      if (bare ? name === "footer" : isFoot(element, name)) this.#footer = element;
      if (name === "header" || (called !== "" && HEAD.test(called))) this.#header ??= element;
      const inline = name === "a" || name === "b";
      if (!inline) {
        if (this.#paragraph >= 100) this.#facts.paragraphs++;
        this.#paragraph = 0;
      }
      this.#space(inline ? " " : "\n");
    }
    switch (name) {
      case "script":
        this.#script(element);
        return false;
      case "iframe":
        this.#source(element);
        return true;
      case "svg":
        this.#drawing(element, element, attribute(element, "aria-label"));
        return false;
      case "code":
      case "pre":
        this.#facts.codeLength += Math.min(textOf(element).length, CAPS.text);
        return false;
      case "blockquote":
      case "q":
        return false;
      case "img":
        this.#picture(element);
        return false;
      case "link":
        if (/icon/i.test(attribute(element, "rel"))) {
          const address = attribute(element, "href", CAPS.address);
          this.#asset(address);
          this.#mark(fileName(address), element);
        }
        return false;
      case "meta":
        if (SITE_NAME.test(attribute(element, "property") + attribute(element, "name")))
          this.#mark(attribute(element, "content"), element);
        return false;
      case "style":
        this.#style(textOf(element).slice(0, CAPS.script));
        return false;
      case "a":
        this.#link(element);
        return true;
      case "article":
        this.#facts.hasArticle = true;
        return true;
      case "h1":
      case "h2":
      case "h3":
      case "legend":
        this.#heading(clippedText(element, CAPS.line));
        return true;
      default:
        return !UNREAD.test(name);
    }
  }

  finish(): void {
    const facts = this.#facts;
    facts.text = this.#pieces.join("");
    facts.banner =
      this.#header === null ? firstLines(facts.text) : headOf(this.#header).slice(0, CAPS.line);
    if (this.#footer !== null) this.#close(clippedText(this.#footer, 400));
    facts.linkHosts = [...this.#linkHosts];
    facts.assetHosts = [...this.#assetHosts];
    const [where] = this.#fieldsIn.keys();
    if (this.#fieldsIn.size === 1 && where !== undefined) facts.fieldsOnlyIn = where;
  }

  #heading(words: string): void {
    if (this.#facts.headings.length < CAPS.headings) this.#facts.headings.push(words);
  }

  #close(words: string): void {
    const { closing } = this.#facts;
    if (closing.length < 600) this.#facts.closing = `${closing}\n${words.slice(0, 400)}`.trim();
  }

  #script(element: Element): void {
    if (has(element, "src")) this.#source(element);
    else if (
      /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i.test(
        attribute(element, "type"),
      )
    )
      this.#code(textOf(element).slice(0, CAPS.script));
  }

  #style(css: string): void {
    for (const [, , words = ""] of css.matchAll(WRITTEN)) this.#draw([words]);
    if (css.includes("bidi-override")) this.#code("// bidi-override");
  }

  #actions(element: Element): void {
    for (const name of HANDLERS) {
      if (this.#handlers >= MOST_HANDLERS || this.#facts.script.length >= CAPS.script) return;
      const code = attribute(element, name, 300);
      if (code === "") continue;
      this.#handlers++;
      this.#code(`${name}=${code}`);
    }
  }

  #code(code: string): void {
    const room = CAPS.script - this.#facts.script.length;
    if (room > 0) this.#facts.script += `\n${code.slice(0, room)}`;
  }

  /** Where code and frames come from, without a scheme: no address that the page sends to. */
  #source(element: Element): void {
    const host = hostOf(this.#resolve(attribute(element, "src", CAPS.address)));
    if (host !== "") this.#code(`// from ${host}`);
  }

  #drawing(picture: Element, element: Element, alternative: string): void {
    const lines = drawnLines(picture);
    this.#draw(lines);
    if (isQrCode(picture)) this.#mark("QR", element);
    // A picture of many lines is a page in itself, and its first line a heading; one of few is a mark.
    const [first = ""] = lines;
    if (lines.length > 3) this.#heading(first.slice(0, CAPS.line));
    const words = lines.length > 3 ? [] : lines;
    this.#mark([alternative, ...words].join(" ").trim(), element);
  }

  #draw(lines: readonly string[]): void {
    const { drawn } = this.#facts;
    if (drawn.length < 4_000) this.#facts.drawn = [drawn, ...lines].join("\n").trim();
  }

  #picture(element: Element): void {
    const address = attribute(element, "src", CAPS.picture);
    const drawing = readDrawing(address);
    if (drawing !== null) {
      this.#drawing(drawing, element, attribute(element, "alt"));
      return;
    }
    this.#asset(address);
    this.#mark(`${attribute(element, "alt")} ${fileName(address)}`.trim(), element);
  }

  #mark(text: string, element: Element): void {
    if (text === "" || ++this.#pictures > CAPS.pictures || text.length > CAPS.line) return;
    let linksTo = "";
    let inFoot = false;
    let up: Node | null = element;
    for (let step = 0; step < 12 && up !== null && isElement(up) && !inFoot; step++) {
      const name = nameOf(up);
      if (name === "a" && step < 4 && linksTo === "")
        linksTo = hostOf(this.#resolve(attribute(up, "href", CAPS.address)));
      inFoot = isFoot(up, name);
      up = parentOf(up);
    }
    this.#facts.marks.push({ text, linksTo, ...(inFoot ? { inFoot } : {}) });
  }

  #asset(address: string): void {
    const host = hostOf(this.#resolve(address));
    if (host !== "" && this.#assetHosts.size < 40) this.#assetHosts.add(host);
  }

  #link(element: Element): void {
    if (++this.#links > CAPS.links) return;
    const target = attribute(element, "href", CAPS.address);
    if (target === "") return;
    if (PACKAGE.test(target) || PACKAGE.test(attribute(element, "download"))) {
      if (this.#facts.packages.length < 20) this.#facts.packages.push(this.#resolve(target));
    }
    const host = hostOf(INSIDE.test(target) ? this.#base : this.#resolve(target));
    if (host !== "" && this.#linkHosts.size < 100) this.#linkHosts.add(host);
  }

  #resolve(address: string): string {
    if (address === "" || /^(?:data|blob|javascript|mailto|tel):/i.test(address)) return "";
    const { href = "" } = URL.parse(address, this.#base) ?? {};
    // Percent signs make it longer than what was written.
    return href.slice(0, CAPS.address);
  }
}

/** Who gives others room to write says none of it. */
function isPost(element: Element, called: string): boolean {
  return (
    POST.test(called) &&
    [elementBefore(element), elementAfter(element)].some(
      (beside) => beside !== null && POST.test(attribute(beside, "class")),
    ) &&
    select(element, "input").length === 0
  );
}

function isFoot(element: Element, name: string): boolean {
  return (
    name === "footer" ||
    attribute(element, "role", 20) === "contentinfo" ||
    FOOT.test(`${attribute(element, "class")} ${attribute(element, "id")}`)
  );
}

function hostOf(address: string): string {
  return /^https?:\/\/([^/?#:]+)/.exec(address)?.[1] ?? "";
}

/** What stands first on a page that marks no header. */
function firstLines(text: string): string {
  const lines = text
    .slice(0, 2_000)
    .trim()
    .split(/\s*\n\s*/, 2);
  return lines.join(" ").replace(/\s+/g, " ").slice(0, 80);
}

/** The last part of an address, without its ending; empty for data. */
function fileName(address: string): string {
  if (address.startsWith("data:")) return "";
  return /([^/?#]+?)(?:\.\w{2,5})?(?:[?#]|$)/.exec(address)?.[1] ?? "";
}

/** Words of a page's head without its menu. */
function headOf(header: Element): string {
  const walker = walkerOf(header);
  let text = "";
  let node = walker.nextNode();
  for (let step = 0; step < 200 && node !== null && text.length < CAPS.line; step++) {
    if (isElement(node)) {
      const name = nameOf(node);
      if (/^(?:nav|script|style|ul|form|select)$/.test(name)) {
        node = nextBeside(walker);
        continue;
      }
      text += ` ${attribute(node, "aria-label", 60)} `;
    } else text += ` ${textOf(node)}`;
    node = walker.nextNode();
  }
  return text.replace(/\s+/g, " ").trim();
}
