import { CAPS, type PageFacts } from "../../../core/evidence/page-facts.ts";

const COPYRIGHT = /©|\(c\) ?\d{4}|bản quyền/i;
/** All blanks but one that stands alone, of which prose is full: what matches is copied. */
const BLANKS = /\s{2,}|[^\S ]/g;
const LONGEST_CLOSING = 600;
const LONG_PARAGRAPH = 100;

/** Gathers the words of a page in the order in which they stand. */
export function collectWords(facts: PageFacts) {
  /** In pieces: to look at a growing string again and again would copy it each time. */
  const pieces: string[] = [];
  let length = 0;
  let end = "\n";
  let paragraph = 0;
  let isFirst = false;

  function add(words: string): void {
    pieces.push(words);
    length += words.length;
    end = words.slice(-1);
  }

  /** A blank where there is none, or a line's end where there is no more than a blank. */
  function space(blank: string): void {
    if (end !== "\n" && end !== blank && length < CAPS.text) add(blank);
  }

  function heading(words: string): void {
    if (facts.headings.length < CAPS.headings) facts.headings.push(words);
  }

  function close(words: string): void {
    const { closing } = facts;
    if (closing.length < LONGEST_CLOSING)
      facts.closing = `${closing}\n${words.slice(0, 400)}`.trim();
  }

  return {
    heading,
    close,
    /** Another tree begins. What stands first in a frame, a shadow tree or a template is its title. */
    begin(): void {
      add("\n");
      isFirst = true;
    },
    words(given: string): void {
      const room = CAPS.text - length;
      if (room <= 0) return;
      const words = given.slice(0, room).replace(BLANKS, " ");
      if (words === "") return;
      if (words === " ") {
        space(words);
        return;
      }
      add(words);
      if (isFirst) heading(words.trim().slice(0, CAPS.line));
      isFirst = false;
      paragraph += words.length;
    },
    /** @param inline true for what stands within a line */
    block(inline: boolean): void {
      if (!inline) {
        if (paragraph >= LONG_PARAGRAPH) facts.paragraphs++;
        paragraph = 0;
      }
      space(inline ? " " : "\n");
    },
    all(): string {
      const text = pieces.join("");
      if (COPYRIGHT.test(text)) pieces.filter((piece) => COPYRIGHT.test(piece)).forEach(close);
      return text;
    },
  };
}
