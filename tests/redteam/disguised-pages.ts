import type { Reply } from "../e2e/harness/network.ts";
import { page } from "../e2e/harness/replies.ts";

type Wrap = (words: string) => string;

/** What people read as the page's own words, in elements that pages use for the words of others, or for none. */
const DISGUISES: Record<string, Wrap> = {
  "a style that says display:none and takes it back": (words) =>
    `<span style="display:none;display:block">${words}</span>`,
  "a style that makes letters small and large again": (words) =>
    `<span style="font-size:0;font-size:20px">${words}</span>`,
  "a style that names a variable": (words) => `<span style="--a:display:none">${words}</span>`,
  quotations: (words) => `<blockquote style="margin:0">${words}</blockquote>`,
  "short quotations": (words) => `<q style="quotes:none">${words}</q>`,
  code: (words) => `<code style="font:inherit">${words}</code>`,
  "code in preformatted text": (words) => `<pre style="font:inherit"><code>${words}</code></pre>`,
  "objects without anything in them": (words) => `<object>${words}</object>`,
  "pieces of a page in a picture": (words) =>
    `<svg width="600" height="60"><foreignObject width="600" height="60">${words}</foreignObject></svg>`,
  "posts of a forum": (words) => `<div class="post">${words}</div>`,
};

const said = (wrap: Wrap) =>
  ["<h1>Vietcombank</h1>", "<p>Đăng nhập Vietcombank Digibank</p>", "<p>© Vietcombank</p>"]
    .map(wrap)
    .join("");

const login = (words: string, whole: Wrap = (form) => form): Reply =>
  page(
    "Đăng nhập",
    whole(`${words}<div><form action="/luu" method="post"><label>Tên đăng nhập <input name="user"></label>
    <label>Mật khẩu <input name="pass" type="password"></label><button>Tiếp tục</button></form></div>`),
  );

/** Log-ins that bear a bank's name where nobody but people may read it, by how. */
export const DISGUISED_LOGINS: Record<string, () => Reply> = {
  "nothing hidden": () => login(said((words) => words)),
  "letters that nobody sees, by a style in capitals": () =>
    login(said((words) => words.replace(/(?<!© Viet)com/g, '<i style="FONT-SIZE: 0px">xq</i>com'))),
  ...Object.fromEntries(
    Object.entries(DISGUISES).map(([name, wrap]) => [name, () => login(said(wrap))]),
  ),
  "buttons that do nothing": () =>
    login(
      said(
        (words) =>
          `<input type="button" style="all:unset" value="${words.replaceAll(/<[^>]+>/g, "")}">`,
      ),
    ),
  "a quotation around all of it": () =>
    login(
      said((words) => words),
      DISGUISES.quotations,
    ),
};
