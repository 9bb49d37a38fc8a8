// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { isAsking } from "../../../../src/core/evidence/is-asking.ts";
import { CAPS, type PageFacts } from "../../../../src/core/evidence/page-facts.ts";
import { collectFacts } from "../../../../src/extension/guard/collect/collect-facts.ts";

// happy-dom lays nothing out: what is displayed has a place in the page. The collectors take this when they are loaded.
vi.hoisted(() => {
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 100, 20);
});

const closed = new WeakMap<Element, ShadowRoot>();

function facts(): PageFacts {
  const shadowRootOf = (element: Element) => element.shadowRoot ?? closed.get(element) ?? null;
  const work = collectFacts(document, { shadowRootOf });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function show(body: string, head = ""): void {
  document.documentElement.innerHTML = `<head>${head}</head><body>${body}</body>`;
}

beforeEach(() => show(""));

test("title, head, headings, foot and words are told apart", () => {
  show(
    "<header><b>Hoa Đá</b><nav>Trang chủ</nav></header><main><h1>Xin chào</h1><p>Nội dung</p></main><footer>© 2026 Hoa Đá</footer>",
    "<title>Hoa Đá – Cửa hàng</title>",
  );
  const seen = facts();
  expect(seen).toMatchObject({
    title: "Hoa Đá – Cửa hàng",
    banner: "Hoa Đá",
    headings: ["Xin chào"],
  });
  expect(seen.closing).toContain("© 2026 Hoa Đá");
  expect(seen.text).toContain("Nội dung");
});

test("marks are read from pictures: alternative text, file name, words drawn in SVG", () => {
  show(
    '<img src="/img/vietcombank-logo.png" alt="logo"><svg aria-label="VIB"><text>MyVIB</text></svg><a href="https://www.facebook.com/x"><img src="f.svg" alt="Facebook"></a>',
  );
  expect(facts().marks).toEqual([
    { text: "logo vietcombank-logo", linksTo: "" },
    { text: "VIB MyVIB", linksTo: "" },
    { text: "Facebook f", linksTo: "www.facebook.com" },
  ]);
});

test("a mark made of letters, the site's name and its icon are marks too", () => {
  show(
    '<div class="hd-logo">My<b>VIB</b></div><p class="logout">Thoát</p>',
    '<meta property="og:site_name" content="Hoa Đá"><link rel="icon" href="/i/momo.ico">',
  );
  expect(facts().marks.map(({ text }) => text)).toEqual(["Hoa Đá", "momo", "My VIB"]);
});

test("words that a style sheet writes are read as drawn ones", () => {
  show("<p class=a></p>", "<style>.a::before{content:'Vietcombank'}.b{content:'\\f101'}</style>");
  expect(facts().drawn).toBe("Vietcombank");
});

test("what a button does is read with the scripts", () => {
  show(`<button onclick="location='/cai.apk'">Cài</button><p onclick="x()">chữ</p>`);
  expect(facts().script.trim()).toBe("onclick=location='/cai.apk'");
});

test("how much a field takes is told, or nothing", () => {
  show("<input maxlength=1><input><input maxlength=x>");
  expect(facts().fields.map(({ maxLength }) => maxLength)).toEqual([1, 0, 0]);
});

describe("the words beside a field", () => {
  test.each([
    ["<label>Mật khẩu <input></label>", "Mật khẩu"],
    ['<label for="x">Số thẻ</label><div><input id="x"></div>', "Số thẻ"],
    ["<span>Mã OTP</span><input>", "Mã OTP"],
    ['<input aria-label="Số CCCD">', "Số CCCD"],
    ["<p>Mã PIN</p><div><input></div>", "Mã PIN"],
    [
      '<b id="n">Mã bảo mật</b><p>Xin nhập</p><div contenteditable aria-labelledby="n"></div>',
      "Mã bảo mật",
    ],
  ])("%s", (markup, label) => {
    show(`<form>${markup}</form>`);
    expect(facts().fields).toMatchObject([{ label }]);
  });
});

test("a field that shows dots by its style is a disguised password", () => {
  show(
    '<input class="pw"><input class="plain"><input style="-webkit-text-security: disc">',
    "<style>.pw{color:red;-webkit-text-security:disc}.plain{-webkit-text-security:none}</style>",
  );
  expect(facts().fields.map(({ masked }) => masked)).toEqual([true, false, true]);
});

test("children that are named like a form's properties do not hide where it sends", () => {
  show(
    '<form action="https://steal.example/x"><input name="action"><input name="parentNode"><input name="querySelectorAll"><input name="getAttribute" type="password"></form>',
  );
  expect(facts().forms[0]?.action).toBe("https://steal.example/x");
});

test("fields without a form have the box around them, and its words", () => {
  show("<section><h2>Đăng nhập Zalo</h2><div><div><input type=password></div></div></section>");
  expect(facts().forms).toMatchObject([
    { action: "", around: expect.stringContaining("Đăng nhập Zalo") },
  ]);
});

test("shadow trees are entered, open and closed", () => {
  show("<x-a></x-a><div id=b></div>");
  const [open, shut] = [document.querySelector("x-a"), document.querySelector("#b")];
  if (open === null || shut === null) throw new Error("missing");
  open.attachShadow({ mode: "open" }).innerHTML = "<label>Mã OTP<input></label>";
  expect(facts()).toMatchObject({ fields: [{ label: "Mã OTP" }], fieldsOnlyIn: "page" });
  open.remove();
  const root = shut.attachShadow({ mode: "closed" });
  root.innerHTML = "<input type=password>";
  closed.set(shut, root);
  expect(facts()).toMatchObject({
    fields: [{ type: "password" }],
    fieldsOnlyIn: "closed-shadow",
  });
});

test("a frame that carries its own document is read", () => {
  show(`<iframe srcdoc="<h2>Đăng nhập</h2><input type='password'>"></iframe>`);
  expect(facts()).toMatchObject({ fields: [{ type: "password" }], fieldsOnlyIn: "frame" });
});

test("packages are found by address and by the name they are saved under", () => {
  show(
    '<a href="/a/VNeID.apk?x=1">Cài</a><a href="/get" download="app.apk">Tải</a><a href="/b">b</a>',
  );
  expect(facts().packages).toHaveLength(2);
  show('<a href="itms-services://?action=download-manifest&url=https://a.example/m.plist">Cài</a>');
  expect(facts().packages).toHaveLength(1);
});

test("words in a picture that an address holds are read, and a QR code is told by its shape", () => {
  const svg = (inside: string) =>
    `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)}`;
  const code = `<path d="${Array.from({ length: 120 }, (_, i) => `M${i} 0h1v1h-1z`).join("")}"/>`;
  show(
    `<img src="${svg("<text>Shopee</text>")}"><img alt="x" src="${svg(code)}"><img src="data:image/svg+xml;base64,%%%">`,
  );
  const { marks, drawn } = facts();
  expect(marks.map(({ text }) => text)).toEqual(["Shopee", "QR", "x"]);
  expect(drawn).toBe("Shopee");
});

test("what a template holds back for a click is read, and what stands first in it is a heading", () => {
  show("<p>Tiếp tục</p><template><b>Ví MoMo</b><input type=password></template>");
  expect(facts()).toMatchObject({
    fields: [{ type: "password" }],
    headings: [expect.stringContaining("Ví MoMo")],
  });
});

test("where code and frames come from is told without an address to send to", () => {
  show("", '<script src="https://www.google.com/recaptcha/api.js"></script>');
  expect(facts().script.trim()).toBe("// from www.google.com");
});

/** As much as pages have to say of their own that quote others. */
const ARTICLE = `<p>${"Bài viết này kể lại một tin nhắn. ".repeat(40)}</p>`;

test("code and quotations are no words of a page that has others", () => {
  const quotes = "<pre>const otp = mat_khau</pre><blockquote>Chuyển khoản vào</blockquote>";
  show(`${ARTICLE}${quotes}`);
  const { text, codeLength } = facts();
  expect(text).not.toMatch(/otp|Chuyển khoản/);
  expect(codeLength).toBeGreaterThan(10);
});

test.each([
  "<blockquote><h1>Ngân hàng</h1><p>Tài khoản bị khóa</p></blockquote>",
  "<q>Ngân hàng</q> <pre><code>Tài khoản bị khóa</code></pre>",
  "<object><p>Ngân hàng</p></object><div class=post>Tài khoản</div><div class=post>bị khóa</div>",
  '<svg><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Ngân hàng: Tài khoản bị khóa</p></foreignObject></svg>',
  '<input type="button" value="Ngân hàng"><input readonly value="Tài khoản bị khóa">',
])("what looks quoted is the page's own where it says little else: %s", (said) => {
  show(`${said}<form><input type="password"></form>`);
  const { text } = facts();
  expect(text).toContain("Ngân hàng");
  expect(text.replace(/\s+/g, " ")).toContain("Tài khoản bị khóa");
});

test("a quotation that asks for something is the page's own", () => {
  show(`${ARTICLE}<blockquote>Tài khoản bị khóa <input type="password"></blockquote>`);
  expect(facts().text).toContain("Tài khoản bị khóa");
});

test("a flood stays within the caps, and what is asked is still found", () => {
  const many = "<p>Chữ <a href='https://x.example/'>liên kết</a></p>".repeat(9_000);
  show(
    `${many}<input type="password">${"<img alt=x>".repeat(300)}${"<input>".repeat(400)}`,
    `<title>${"T".repeat(1_000_000)}</title><script>${"x".repeat(200_000)}</script>`,
  );
  const seen = facts();
  expect(seen.title).toHaveLength(CAPS.line);
  expect(seen.text.length).toBeLessThanOrEqual(CAPS.text + 1);
  expect(seen.fields).toHaveLength(CAPS.fields);
  expect(seen.fields[0]?.type).toBe("password");
  expect(seen.marks.length).toBeLessThanOrEqual(CAPS.pictures);
  expect(seen.script.length).toBeLessThanOrEqual(CAPS.script + 1);
});

test("broken Unicode and broken addresses throw nothing", () => {
  show(
    '<a href="http://[">x</a><form action="https://%zz"><input></form><img src="https://\ud800/"><p>\ud800\udfff\u0000</p>',
    "<title>\udc00</title>",
  );
  expect(() => facts()).not.toThrow();
});

describe("whether anything is asked", () => {
  test.each<[string, boolean]>([
    ["<article><h1>Tin tức</h1><p>OTP, mật khẩu, chuyển khoản cho kẻ gian.</p></article>", false],
    ["<form><input type=search placeholder='Tìm kiếm'></form>", false],
    ["<form><input type=email placeholder='Email nhận tin'></form>", false],
    ["<form><input type=password></form>", true],
    ["<p>Chuyển khoản vào số tài khoản: 0123 4567 8901</p>", true],
    ["<p>Gọi 1900 1234, tải UltraViewer để chúng tôi gỡ virus</p>", true],
    ["<a href='/x.apk'>Tải</a>", true],
    ["<script>root.innerHTML='<label>Mật khẩu<input type=password></label>'</script>", true],
  ])("%s", (body, asking) => {
    show(body);
    expect(isAsking(facts())).toBe(asking);
  });
});

test("the head of a page is found by its class, a card's head is none", () => {
  show(
    '<div class="card-header">Đăng nhập</div><div class="header">BỘ CÔNG AN</div><p>Dữ liệu sai lệch</p>',
  );
  expect(facts().banner).toBe("BỘ CÔNG AN");
});

test("the foot of a page is found by its class, a card's foot is none", () => {
  show(
    '<div class="card-footer"><img alt="MoMo"></div><div class="footer"><img alt="VNPAY">© Trường Bình Minh</div>',
  );
  const seen = facts();
  expect(seen.marks).toMatchObject([{ text: "MoMo" }, { text: "VNPAY", inFoot: true }]);
  expect(seen.marks[0]).not.toHaveProperty("inFoot");
  expect(seen.closing).toContain("Trường Bình Minh");
});

test("letters that a style keeps unseen inside a word are no part of it; small ones are", () => {
  const decoy = (style: string) => `<i style="${style}">xq</i>`;
  const name = `Viet${decoy("display:none")}com${decoy("color:red;font-size:0")}ba${decoy("font-size: 0px")}nk`;
  show(
    `<h1>${name}</h1><div class="logo">${name}</div><p>${name} <b style="font-size:0.8em">nhỏ</b></p><label>Mật ${decoy("display: none")}khẩu <input></label>`,
  );
  const { headings, marks, fields, text } = facts();
  expect(headings).toEqual(["Vietcombank"]);
  expect(marks).toMatchObject([{ text: "Vietcombank" }]);
  expect(fields).toMatchObject([{ label: "Mật khẩu" }]);
  expect(text).toContain("Vietcombank nhỏ");
  expect(text).not.toContain("xq");
});

test.each(["display:none;display:block", "font-size:0;font-size:20px", "--a:display:none"])(
  "letters with the style %s are seen, whatever its text says",
  (style) => {
    show(`<h1><span style="${style}">Vietcombank</span></h1>`);
    expect(facts().headings).toEqual(["Vietcombank"]);
  },
);

test("posts of visitors, one beside the other, are not the page's words; a box of its own is", () => {
  show(
    `<div class="message message--post">Nạp 500k rồi bị khóa</div><div class="message message--post">Lừa đấy</div>${ARTICLE}`,
  );
  expect(facts().text).not.toMatch(/Nạp 500k|Lừa đấy/);
  show('<div class="message">Nạp 500k để rút</div><p>Sàn</p>');
  expect(facts().text).toContain("Nạp 500k");
  show('<div class="post">Đăng nhập <input></div><div class="post">Nhập mã <input></div>');
  expect(facts().text).toContain("Nhập mã");
});

test("what a form is for is not told by its links and buttons that lead elsewhere", () => {
  show(
    '<form>Đăng nhập hệ thống <input type="password"><a href="/saml">Đăng nhập Microsoft</a><button type="button">Vào bằng Google</button><button>Tiếp tục</button></form>',
  );
  expect(facts().forms[0]?.around).toMatch(/Đăng nhập hệ thống$/);
});

test("buttons side by side are a choice, one alone is what a form is for", () => {
  show(
    "<form><input type=password><button>Đăng nhập</button><button>Đăng nhập Microsoft</button></form>",
  );
  expect(facts().forms[0]?.around).not.toContain("Microsoft");
  show("<form><input type=password><button>Đăng nhập Microsoft</button></form>");
  expect(facts().forms[0]?.around).toContain("Đăng nhập Microsoft");
});

test("blocks end lines although blanks stand between them", () => {
  show("<p>Một</p> <h2>Hai</h2> <p>Ba</p>");
  expect(
    facts()
      .text.split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  ).toEqual(["Một", "Hai", "Ba"]);
});

test("a style that turns words round is told", () => {
  show("<p>x</p>", "<style>.r{unicode-bidi:bidi-override;direction:rtl}</style>");
  expect(facts().script).toContain("bidi-override");
});

describe("more fields than are gathered", () => {
  const many = (field: string) => field.repeat(CAPS.fields + 20);
  const password = '<form action="/luu"><input type="password" name="mk"></form>';
  const types = () => facts().fields.map(({ type }) => type);

  test.each([
    ["fields that nobody sees", '<input style="display:none">'],
    ["hidden telephone numbers", '<input type="tel" style="display:none">'],
    ["disabled passwords", '<input type="password" disabled>'],
    ["check boxes", '<input type="checkbox">'],
    ["visible fields", '<input name="ghi-chu">'],
  ])("keep no password out: %s", (_, field) => {
    show(many(field) + password);
    const { fields, forms } = facts();
    expect(fields).toHaveLength(CAPS.fields);
    expect(fields.at(-1)).toMatchObject({ type: "password", hint: "mk" });
    expect(forms[fields.at(-1)?.form ?? -1]?.action).toMatch(/\/luu$/);
  });

  test("that seem to be secret and are hidden keep no visible code out", () => {
    show(`${many('<input type="password" style="display:none">')}<label>Mã OTP <input></label>`);
    expect(facts().fields.at(-1)).toMatchObject({ type: "text", label: "Mã OTP" });
  });

  test("in a shadow tree keep none of the page out", () => {
    show(`<div></div>${password}`);
    const root = document.querySelector("div")?.attachShadow({ mode: "open" });
    if (root) root.innerHTML = many('<input style="display:none">');
    expect(types()).toContain("password");
  });

  test("in forms keep no password's form out", () => {
    show(`<form action="/x"><input></form>`.repeat(CAPS.forms + 5) + password);
    const { fields, forms } = facts();
    expect(forms[fields.at(-1)?.form ?? -1]?.action).toMatch(/\/luu$/);
  });

  test("are counted where nobody sees them and a secret one follows that people see", () => {
    show(many('<input style="display:none">') + password);
    expect(facts().unseenBefore).toBe(CAPS.fields + 20);
    show(many('<input type="checkbox" style="display:none">') + password);
    expect(facts().unseenBefore).toBe(0);
    show(password + many('<input style="display:none">'));
    expect(facts().unseenBefore).toBe(0);
  });

  test("of the same kind are gathered in the order of the page", () => {
    show(Array.from({ length: CAPS.fields + 5 }, (_, i) => `<input name="o${i}">`).join(""));
    const names = facts().fields.map(({ hint }) => hint);
    expect(names).toEqual(Array.from({ length: CAPS.fields }, (_, i) => `o${i}`));
  });
});

test("no field is kept out that stands in one of many shadow trees", () => {
  show("<div></div>".repeat(CAPS.frames + 5));
  const hosts = [...document.querySelectorAll("div")];
  for (const host of hosts) host.attachShadow({ mode: "open" }).innerHTML = "<i></i>";
  const last = hosts.at(-1)?.shadowRoot;
  if (last) last.innerHTML = '<input type="password">';
  expect(facts().fields).toMatchObject([{ type: "password" }]);
});
