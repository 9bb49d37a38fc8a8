// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { keepFocus } from "../../../../src/extension/pages/keep-focus.ts";

let root: HTMLElement;
const find = (selector: string) => root.querySelector(selector) as HTMLElement;
const settle = () => new Promise<void>((done) => setTimeout(done));

beforeEach(() => {
  document.body.innerHTML = `<div id="app"><main><section><p><button>Bỏ</button></p></section>
    <input></main></div>`;
  root = document.getElementById("app") as HTMLElement;
  keepFocus(root);
});

test("where the button that was pressed goes away, what is around it has the focus", async () => {
  find("button").focus();
  find("p").remove();
  await settle();
  expect(document.activeElement).toBe(find("section"));
});

test("what goes away elsewhere takes no focus away", async () => {
  find("input").focus();
  find("p").remove();
  await settle();
  expect(document.activeElement).toBe(find("input"));
});

test("whoever has left the button himself is left alone", async () => {
  find("button").focus();
  find("button").blur();
  find("input").remove();
  await settle();
  expect(document.activeElement).toBe(document.body);
});

test("where the page itself puts the focus elsewhere, it stays there", async () => {
  find("button").focus();
  find("p").remove();
  find("input").focus();
  await settle();
  expect(document.activeElement).toBe(find("input"));
});
