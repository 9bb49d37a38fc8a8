import { describe, expect, test } from "vitest";
import type { ContextSign } from "../../../../src/core/evidence/context-signs.ts";
import type { PageFacts } from "../../../../src/core/evidence/page-facts.ts";
import { field, page, verdictOn } from "./pages.ts";

const PHONE = field("Số điện thoại", { type: "tel" });
const ACCOUNT = "Chuyển khoản: 0071 000 888 222 Vietcombank";

/** What speaks for a page, each on a page that has it and on one that lacks just that. */
const SIGNS: readonly [ContextSign, string, Partial<PageFacts>, string, Partial<PageFacts>][] = [
  [
    "named",
    "https://hoada.example.com/",
    { banner: "Hoa Đá" },
    "https://qx81.example.com/",
    { banner: "Hoa Đá" },
  ],
  [
    "own-name",
    "https://hoada.example.com/",
    { banner: "Hoa Đá", title: "Techcombank", headings: ["Techcombank"] },
    "https://qx81.example.com/",
    { banner: "Hoa Đá", title: "Techcombank", headings: ["Techcombank"] },
  ],
  [
    "many-brands",
    "https://a.example.com/",
    { text: "Vietcombank BIDV Techcombank VPBank Sacombank" },
    "https://a.example.com/",
    { text: "Vietcombank BIDV" },
  ],
  [
    "article",
    "https://a.example.com/",
    { fields: [], text: ACCOUNT, paragraphs: 3 },
    "https://a.example.com/",
    { text: ACCOUNT, paragraphs: 3 },
  ],
  ["code", "https://a.example.com/", { codeLength: 300 }, "https://a.example.com/", {}],
  [
    "known-provider",
    "https://a.example.com/",
    { forms: [{ action: "https://accounts.google.com/o", around: "" }] },
    "https://a.example.com/",
    { forms: [{ action: "https://accounts.google.com.a.example/o", around: "" }] },
  ],
  [
    "demo",
    "https://a.example.com/",
    { fields: [PHONE, field("Mật khẩu", { type: "password", disabled: true })] },
    "https://a.example.com/",
    { fields: [PHONE, field("Mật khẩu", { type: "password" })] },
  ],
  [
    "advice",
    "https://a.example.com/",
    { text: "Không bao giờ cung cấp mã OTP cho bất kỳ ai" },
    "https://a.example.com/",
    { text: "Cung cấp mã OTP để tiếp tục" },
  ],
  [
    "question",
    "https://a.example.com/",
    { title: "Trang này có lừa đảo không?" },
    "https://a.example.com/",
    { title: "Nhận quà" },
  ],
  [
    "imprint",
    "https://a.example.com/",
    { closing: "© Hoa Đá", text: "Công ty TNHH Hoa Đá, MST 0312345678" },
    "https://a.example.com/",
    { closing: "© Hoa Đá" },
  ],
  ["registered", "https://hoada.vn/", {}, "https://hoada.id.vn/", {}],
  ["platform", "https://sites.google.com/view/x", {}, "https://hoada.example.com/", {}],
  [
    "dealer",
    "https://a.example.com/",
    { text: "Đại lý Viettel quận 5" },
    "https://a.example.com/",
    { text: "Viettel quận 5" },
  ],
  [
    "declared-dealer",
    "https://a.example.com/",
    { title: "Đại lý VinFast", text: "Công ty TNHH Hoa Đá, MST 0312345678" },
    "https://a.example.com/",
    { title: "Đại lý VinFast", text: "Công ty TNHH Hoa Đá" },
  ],
  [
    "in-stores",
    "https://a.example.com/",
    { packages: ["https://a.example.com/x.apk"], linkHosts: ["play.google.com"] },
    "https://a.example.com/",
    { packages: ["https://a.example.com/x.apk"], linkHosts: ["play.google.com.a.example"] },
  ],
  [
    "trade",
    "https://a.example.com/",
    { text: "Thanh toán khi nhận hàng" },
    "https://a.example.com/",
    { text: "Thanh toán trước" },
  ],
];

const featuresOf = (address: string, facts: Partial<PageFacts>) =>
  verdictOn(page(address, { fields: [PHONE], ...facts })).features;

describe("what speaks for a page is seen where it is, and not where only little is missing", () => {
  test.each(SIGNS)("%s", (sign, address, has, otherAddress, lacks) => {
    expect(featuresOf(address, has)).toContain(`context:${sign}`);
    const others = featuresOf(otherAddress, lacks);
    expect(others).not.toEqual([]);
    expect(others).not.toContain(`context:${sign}`);
  });
});
