import { expect, test } from "vitest";
import { withConstants } from "../../../../src/core/evidence/with-constants.ts";

test.each([
  ["escapes", String.raw`x="M\u1eadt kh\x61u"`, "Mật khau"],
  ["pieces added up", `x='Mật kh'+'ẩu Z'+'alo'`, "Mật khẩu Zalo"],
  ["a list that is joined", `x=['O','T','P'].join('')`, '"OTP"'],
  ["letters spread and joined", `x=[..."khôi phục"].join('')`, "khôi phục"],
  [
    "a constant between texts",
    `var P='Mật khẩu';e.innerHTML='<input placeholder="'+P+'">'`,
    'placeholder="Mật khẩu"',
  ],
  [
    "a constant in a template",
    `const w='12 từ';e.innerHTML=\`<p>Nhập \${w} của ví</p>\``,
    "<p>Nhập 12 từ của ví</p>",
  ],
])("reads %s", (_, script, read) => {
  expect(withConstants(script)).toContain(read);
});

test("leaves alone what it cannot know", () => {
  const script = "e.innerHTML='<p>'+user.name+'</p>'+list.join('')";
  expect(withConstants(script)).toBe(script);
});
