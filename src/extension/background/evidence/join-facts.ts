import { CAPS, type PageFacts } from "../../../core/evidence/page-facts.ts";

/** What a person sees of a page and of a frame in it: what the frame asks for counts for the page. */
export function joinFacts(page: PageFacts, frame: PageFacts): PageFacts {
  const room = Math.max(0, CAPS.forms - page.forms.length);
  const both = <T>(some: readonly T[], more: readonly T[], most: number) =>
    [...some, ...more].slice(0, most);
  const words = (some: string, more: string, most: number) => `${some}\n${more}`.slice(0, most);
  const fields = frame.fields.map((field) => ({
    ...field,
    form: field.form < 0 || field.form >= room ? -1 : field.form + page.forms.length,
  }));
  return {
    ...page,
    title: page.title || frame.title,
    banner: page.banner || frame.banner,
    headings: both(page.headings, frame.headings, CAPS.headings),
    marks: both(page.marks, frame.marks, CAPS.pictures),
    closing: words(page.closing, frame.closing, 1_024),
    // The frame first: it is what asks.
    fields: both(fields, page.fields, CAPS.fields),
    forms: both(page.forms, frame.forms, CAPS.forms),
    packages: both(page.packages, frame.packages, CAPS.links),
    linkHosts: both(page.linkHosts, frame.linkHosts, CAPS.links),
    assetHosts: both(page.assetHosts, frame.assetHosts, CAPS.links),
    script: words(page.script, frame.script, CAPS.script),
    text: words(page.text, frame.text, CAPS.text),
    drawn: words(page.drawn, frame.drawn, CAPS.text),
    codeLength: page.codeLength + frame.codeLength,
    paragraphs: page.paragraphs + frame.paragraphs,
    hasArticle: page.hasArticle || frame.hasArticle,
  };
}
