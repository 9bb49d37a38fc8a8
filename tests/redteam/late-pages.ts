import { loginPage } from "../e2e/harness/asking-pages.ts";
import type { Handler } from "../e2e/harness/network.ts";
import { page, pages } from "../e2e/harness/replies.ts";

/** Where each of these pages has its field for the password, in CSS pixels of the window. */
export const PASSWORD_AT = { x: 140, y: 315 };
const AT = "position:fixed;left:40px;top:300px;width:200px;height:30px";
const PASSWORD = `<form action="/luu" method="post"><label>Mật khẩu <input name="pass" type="password" style="${AT}"></label></form>`;

interface LatePage {
  /** In place of the form. */
  form: string;
  /** What runs from a file of its own: words in the page itself would be read. */
  script: string;
  /** True where hiding the field is one sign more, so that the warning page comes. */
  isStopped?: true;
}

const put = (html: string) =>
  `.attachShadow({ mode: "closed" }).innerHTML = ${JSON.stringify(html)}`;
const later = (script: string) => `setTimeout(() => { ${script} }, 4000)`;

/** Pages that ask for a password where or when nobody looks, by how. */
export const LATE_PAGES: Record<string, LatePage> = {
  "in a closed tree that is made late": {
    form: '<div id="f"></div>',
    script: later(`f${put(PASSWORD)}`),
    isStopped: true,
  },
  "in a closed tree that is made late, of an element with content": {
    form: `<section id="f"><p>Đang tải</p></section>`,
    script: later(`f${put(PASSWORD)}`),
    isStopped: true,
  },
  "in a closed tree behind hundreds of elements with content": {
    form: `${"<div><b>.</b></div>".repeat(400)}<div id="f"><b>.</b></div>`,
    script: `f${put(PASSWORD)}`,
    isStopped: true,
  },
  "in a closed tree within another, both made late": {
    form: '<div id="f"></div>',
    script: later(
      `const one = document.createElement("div"); one${put(PASSWORD)}; f.attachShadow({ mode: "closed" }).append(one)`,
    ),
    isStopped: true,
  },
  "in a field that is enabled late": {
    form: PASSWORD.replace("<input", '<input id="f" disabled'),
    script: later("f.disabled = false"),
  },
  "in a group of fields that is enabled late": {
    form: `<fieldset id="f" disabled>${PASSWORD}</fieldset>`,
    script: later("f.disabled = false"),
  },
  "in an element that is made to be written in late": {
    form: `<p>Mật khẩu</p><div id="f" style="${AT};border:1px solid"></div>`,
    script: later("f.contentEditable = true"),
  },
  "in a field that is enabled by the press on it": {
    form: PASSWORD.replace("<input", '<input id="f" disabled'),
    script: `addEventListener("pointerdown", () => { f.disabled = false }, true)`,
  },
};

export const lateSite = ({ form, script }: LatePage): Handler =>
  pages({
    "/": loginPage({ form, head: '<script defer src="/sau.js"></script>' }),
    "/sau.js": { headers: { "content-type": "text/javascript" }, body: script },
    "/luu": page("Đã nhận"),
  });
