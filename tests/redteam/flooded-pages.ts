import { LOGIN, loginPage } from "../e2e/harness/asking-pages.ts";
import type { Reply } from "../e2e/harness/network.ts";
import { page } from "../e2e/harness/replies.ts";

/** More of anything than is gathered from one page. */
const MANY = 220;
const HUNDRED_THOUSAND = 100_000;

const before = (flood: string, script = ""): Reply => loginPage({ form: flood + LOGIN, script });
const repeat = (markup: string, times = MANY) => markup.repeat(times);

/** A script that fills an element as often as no page could be sent over a wire. */
const fill = (id: string, markup: string, times: number) =>
  `document.getElementById("${id}").innerHTML = ${JSON.stringify(markup)}.repeat(${times});`;
const FLOOD = '<div id="flood"></div>';

/** An element with a shadow tree. */
const shade = (markup: string, mode: "open" | "closed" = "open") =>
  `<div><template shadowrootmode="${mode}">${markup}</template></div>`;

/** The whole page, with its bank's name and mark, behind something; neither title nor form name anybody. */
function behind(flood: string): Reply {
  const given = loginPage();
  const late = String(given.body)
    .replace(/<title>[^<]*/, "<title>Đăng nhập")
    .replace("Đăng nhập Vietcombank Digibank", "Đăng nhập")
    .replace("<body>", `<body>${flood}`);
  return { ...given, body: late };
}

const TEXT = "chữ và chữ ".repeat(4_000);

/** Pages that ask for a password in a bank's name behind a flood of something else, by what it is made of. */
export const FLOODED_LOGINS: Readonly<Record<string, () => Reply>> = {
  "inputs that are not displayed": () => before(repeat('<input style="display:none">')),
  "hidden inputs that seem to ask for a telephone number": () =>
    before(repeat('<input type="tel" name="phone" hidden>')),
  "disabled password fields": () =>
    before(repeat('<input type="password" disabled style="display:none">')),
  "check boxes": () => before(repeat('<label><input type="checkbox"> Chọn</label>')),
  "tiny and transparent inputs": () =>
    before(repeat('<input style="width:1px;height:1px;border:0;padding:0;opacity:0">')),
  "inputs to the left of the window": () =>
    before(repeat('<input style="position:absolute;left:-9999px">')),
  "inputs in boxes of no height": () =>
    before(repeat('<div style="height:0;overflow:hidden"><input></div>')),
  "forms with a hidden input each": () => before(repeat('<form action="/x"><input hidden></form>')),
  "a hundred thousand inputs": () =>
    before(FLOOD, fill("flood", '<input style="display:none">', HUNDRED_THOUSAND)),
  "inputs in a shadow tree": () => before(shade(repeat('<input style="display:none">'))),
  "shadow trees, the form in the last": () =>
    loginPage({ form: repeat(shade("<input hidden>")) + shade(LOGIN) }),
  "shadow trees, the form in a closed one": () =>
    loginPage({ form: repeat(shade("<i></i>")) + shade(LOGIN, "closed") }),
  "frames, the form in the last": () =>
    loginPage({
      form: `${repeat('<iframe srcdoc="<input>" hidden></iframe>')}<iframe srcdoc="${LOGIN.replaceAll('"', "'")}" width="600" height="400"></iframe>`,
    }),
  "text that is not displayed": () => behind(`<div hidden>${TEXT}</div>`),
  "text that the page covers": () =>
    behind(
      `<div style="position:absolute;top:0;height:100vh;overflow:hidden;z-index:-1">${TEXT}</div>`,
    ),
  pictures: () => behind(repeat('<img hidden alt="ảnh" src="/anh.png">')),
};

const APP = "<p>Cài ứng dụng Vietcombank Digibank mới để tài khoản không bị khóa.</p>";
const DOWNLOAD = '<a href="/vcb.apk">Tải ứng dụng Vietcombank</a>';
const appBehind = (flood: string): Reply => loginPage({ form: APP + flood + DOWNLOAD });

/** Pages that ask without a field behind a flood. */
export const FLOODED_OFFERS: Readonly<Record<string, () => Reply>> = {
  "links before an app": () => appBehind(repeat('<a hidden href="/x">x</a>', 800)),
};

/** Honest pages with as many fields. */
export const LARGE_HONEST_PAGES: Readonly<Record<string, () => Reply>> = {
  "a table of marks for a class": () =>
    page(
      "Bảng điểm lớp 8A",
      `<form action="/luu" method="post">${repeat('<input name="diem" maxlength="4">', 400)}<button>Lưu</button></form>`,
    ),
  "a shop with filters, and a log-in at the end": () =>
    page(
      "Cửa hàng Hoa Đá",
      `<form>${repeat('<label><input type="checkbox"> Hãng</label>', 400)}</form>${repeat('<input type="number" name="so-luong" value="1">', 250)}
      <form action="/dang-nhap" method="post"><h2>Đăng nhập Hoa Đá</h2><label>Mật khẩu <input type="password"></label></form>`,
    ),
  "an office's program that keeps its rows in fields": () =>
    page(
      "Kho Hoa Đá",
      `<form method="post">${repeat('<input type="hidden" name="__VIEWSTATE"><tr hidden><td><input name="so-luong"></td></tr>', 300)}
      <label>Mật khẩu <input type="password"></label><button>Đăng nhập</button></form>`,
    ),
};
