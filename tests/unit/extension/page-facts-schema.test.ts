// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import type { PageFacts } from "../../../src/core/evidence/page-facts.ts";
import { collectFacts } from "../../../src/extension/guard/collect/collect-facts.ts";
import { requestSchema } from "../../../src/extension/messages.ts";

// happy-dom lays nothing out; the collectors take this when they are loaded.
vi.hoisted(() => {
  Document.prototype.elementsFromPoint = () => [];
});

function collected(): PageFacts {
  const work = collectFacts(document, { shadowRootOf: ({ shadowRoot }) => shadowRoot });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const takes = (facts: unknown) => requestSchema.safeParse({ type: "page-facts", facts }).success;

test("facts of an ordinary page are taken", () => {
  document.body.innerHTML = "<form><label>Mật khẩu<input type=password></label></form>";
  expect(takes(collected())).toBe(true);
});

test("facts of a page that fills every cap are taken", () => {
  const long = "ạ".repeat(3_000);
  const svg = `<svg aria-label="${long}">${`<text>${long}</text>`.repeat(70)}</svg>`;
  document.documentElement.innerHTML = `<head><title>${long}</title><script>${"x".repeat(90_000)}</script></head><body>
    <header>${long}</header><footer>© ${long}</footer>${`<h1>${long}</h1>`.repeat(90)}${svg.repeat(90)}
    ${`<a href="https://${"a".repeat(60)}.example/${long}.apk"><img src="https://b.example/${long}" alt="${long}"></a>`.repeat(120)}
    ${`<form action="https://c.example/${long}">${long}<label>${long}<input name="${long}" id="x" placeholder="${long}" autocomplete="${long}" type="${long}"></label></form>`.repeat(220)}
    <pre>${"x".repeat(40_000)}</pre><article>${`<p>${long}</p>`.repeat(40)}</article></body>`;
  expect(takes(collected())).toBe(true);
});

test.each<[string, (facts: PageFacts) => unknown]>([
  ["a word for a page", () => "facts"],
  ["a field too few", ({ title: _, ...rest }) => rest],
  ["a title of a megabyte", (facts) => ({ ...facts, title: "x".repeat(1_000_000) })],
  ["a thousand fields", (facts) => ({ ...facts, fields: Array(1_000).fill(facts.fields[0]) })],
  ["a field of another kind", (facts) => ({ ...facts, fields: [{ type: 7 }] })],
  [
    "a form that is not there",
    (facts) => ({ ...facts, fields: [{ ...facts.fields[0], form: 9e9 }] }),
  ],
  ["a count below nothing", (facts) => ({ ...facts, codeLength: -1 })],
  ["a place that does not exist", (facts) => ({ ...facts, fieldsOnlyIn: "elsewhere" })],
])("%s is refused", (_, spoil) => {
  document.body.innerHTML = "<form><label>Mật khẩu<input type=password></label></form>";
  const facts = collected();
  expect(takes(facts)).toBe(true);
  expect(takes(spoil(facts))).toBe(false);
});
