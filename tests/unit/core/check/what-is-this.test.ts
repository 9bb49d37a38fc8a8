import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type SubjectKind, whatIsThis } from "../../../../src/core/check/what-is-this.ts";

const VIETQR =
  "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E";

describe("what was pasted is taken for", () => {
  it.each([
    ["an address", "vietcombank.com.vn", { kind: "address" }],
    ["an address", " https://vietcombank.com.vn/a?b=c ", { kind: "address" }],
    ["an address", "hxxps://gia-mao[.]top/dang-nhap", { kind: "address" }],
    ["an address", "hxxp[:]//evil(.)top", { kind: "address", address: { host: "evil.top" } }],
    ["an address", "evil[.]top", { kind: "address", address: { host: "evil.top" } }],
    [
      "an address behind another",
      "vietcombank.com.vn@evil.top",
      { kind: "address", address: { host: "evil.top", credentials: "vietcombank.com.vn" } },
    ],
    ["an address", "1.2.3.4:8080/x", { kind: "address" }],
    ["an address", "103.11.22.33", { kind: "address", address: { host: "103.11.22.33" } }],
    ["an address", "103.11.22.33/vcb", { kind: "address", address: { host: "103.11.22.33" } }],
    ["an address", "103[.]11[.]22[.]33/12", { kind: "address" }],
    ["a number that is no address", "103.11.22.333", { kind: "account" }],
    ["an address", "https://noi-bo/", { kind: "address" }],
    ["an address that is none", "http://[", { kind: "bad-address", problem: "malformed" }],
    [
      "an address not of the web",
      "mailto:a@b.example",
      { kind: "bad-address", problem: "not-web" },
    ],
    ["a phone number", "0912 345 678", { kind: "phone", phone: { number: "0912345678" } }],
    ["a phone number", "SĐT: 0912.345.678", { kind: "phone", phone: { number: "0912345678" } }],
    ["a phone number", "113", { kind: "phone", phone: { kind: "short" } }],
    ["a phone number", "+84 113", { kind: "phone", phone: { kind: "odd" } }],
    ["a phone number", "+855 12 345 678", { kind: "phone", phone: { kind: "foreign" } }],
    ["a phone number", "tel:+84912345678", { kind: "phone", phone: { number: "0912345678" } }],
    ["an account", "1903 4567 8910 12", { kind: "account", account: "19034567891012" }],
    ["an account", "STK 0912345678", { kind: "account", account: "0912345678" }],
    ["an account", "0011012345678", { kind: "account", account: "0011012345678" }],
    ["a phone number", "0084 912 345 678", { kind: "phone", phone: { number: "0912345678" } }],
    ["a phone number", "O912 345 678", { kind: "phone", phone: { number: "0912345678" } }],
    ["a phone number", "Zalo: 0912-345-678", { kind: "phone", phone: { number: "0912345678" } }],
    ["a phone number", "Đ/T: 0912|345|678", { kind: "phone", phone: { number: "0912345678" } }],
    ["a phone number", "Liên hệ 0912345678;", { kind: "phone", phone: { number: "0912345678" } }],
    ["a bank's line", "VIB 1800 8180", { kind: "phone", phone: { number: "18008180" } }],
    ["a card", "4111 1111 1111 1111", { kind: "card" }],
    ["a card", "9704 0311 0123 4567", { kind: "card" }],
    ["a payment", VIETQR, { kind: "payment", payment: { account: "0011012345678" } }],
    ["a broken payment", `${VIETQR.slice(0, -1)}F`, { kind: "bad-payment", problem: "checksum" }],
    ["a message", "Chuyen tien vao stk 190345678910", { kind: "message" }],
    ["a message of two numbers", "0912345678 / 0987654321", { kind: "message" }],
    ["a message of two numbers", "0912345678 0987654321", { kind: "message" }],
    ["a message with a number", "zalo.me/0912345678", { kind: "message" }],
    ["an address", "zalo.me/pc", { kind: "address" }],
    ["a message", "SMSTO:0912345678:NAP 100000", { kind: "message" }],
    ["a message", "您的账户已被冻结请立即登录验证", { kind: "message" }],
    ["nothing that can be checked", "🙏🙏🙏", { kind: "unknown" }],
    ["nothing that can be checked", "!!! ???", { kind: "unknown" }],
    ["nothing that can be checked", "vietcombank", { kind: "unknown" }],
    ["nothing that can be checked", "Nguyễn Văn A", { kind: "unknown" }],
    ["a message", "Mai chuyển tiền nhé", { kind: "message" }],
    ["nothing", "  \n ", { kind: "empty" }],
  ])("%s: %s", (_, text, subject) => {
    expect(whatIsThis(text).subject).toMatchObject(subject);
  });
});

test("a number copied from a list of contacts brings marks of direction along that count for nothing", () => {
  expect(whatIsThis("\u202a+84 912 345 678\u202c").subject).toMatchObject({
    kind: "phone",
    phone: { number: "0912345678" },
  });
});

describe("a number with the name of a bank is an account there", () => {
  it.each([
    ["0123456789 Vietcombank", "0123456789", "Vietcombank", ""],
    ["STK 19001234 tại MB", "19001234", "MB Bank", ""],
    ["Vietcombank: 0123 456 789", "0123456789", "Vietcombank", ""],
    ["ngân hàng Á Châu 12345678", "12345678", "ACB", ""],
    ["0912345678 Momo", "0912345678", "MoMo", ""],
    ["1903456789012 TCB NGUYEN THI B", "1903456789012", "Techcombank", "NGUYEN THI B"],
    ["STK: 0123456789 - MB Bank - Nguyễn Văn A", "0123456789", "MB Bank", "Nguyễn Văn A"],
    [
      "Số tài khoản 0123456789\nNgân hàng BIDV chi nhánh Hà Nội\nChủ tài khoản: Lò Thị X",
      "0123456789",
      "BIDV",
      "Lò Thị X",
    ],
    ["CÔNG TY TNHH ABC - VCB - 0011001234567", "0011001234567", "Vietcombank", "CÔNG TY TNHH ABC"],
  ])("%s", (text, account, bank, holder) => {
    const { subject, others } = whatIsThis(text);
    expect(subject).toEqual({ kind: "account", account, bank, holder });
    expect(others).toContain("message");
  });

  it.each([
    "Chuyen 500000 vao stk 190345678910 Vietcombank",
    "Vietcombank: mã OTP của bạn là 123456, không đưa cho ai",
    "MA OTP VIETCOMBANK 123456",
    "Vietcombank khóa tài khoản 0123456789 của bạn",
    "Vietcombank 24/7",
    "Hùng 0912345678",
  ])("but a sentence about one is a message: %s", (text) => {
    expect(whatIsThis(text).subject.kind).toBe("message");
  });
});

describe("the person can say what it is", () => {
  it("where a number may be either", () => {
    expect(whatIsThis("0912345678").others).toEqual(["account"]);
    expect(whatIsThis("0912345678", "account")).toEqual({
      subject: { kind: "account", account: "0912345678", bank: null, holder: "" },
      others: ["phone"],
    });
    expect(whatIsThis("190345678910").others).toEqual(["phone"]);
    expect(whatIsThis("103.11.22.33").others).toEqual(["account"]);
    // Three figures with dots are an account to most, and an address to browsers.
    expect(whatIsThis("103.11.2233").others).toEqual(["address", "phone"]);
    expect(whatIsThis("190345678910", "phone").subject).toMatchObject({
      kind: "phone",
      phone: { kind: "odd" },
    });
  });

  it("but a card stays a card", () => {
    expect(whatIsThis("4111 1111 1111 1111", "account").subject).toEqual({ kind: "card" });
  });
});

test("a message of a million characters is a message", () => {
  expect(whatIsThis("Tài khoản của bạn ".repeat(60_000)).subject.kind).toBe("message");
});

test("an address longer than any browser takes is said to be too long", () => {
  expect(whatIsThis(`https://a.example/${"x".repeat(3_000_000)}`).subject).toEqual({
    kind: "bad-address",
    problem: "too-long",
  });
});

test("any text gets an answer, and no number of a card gets out", () => {
  const kinds = fc.option(fc.constantFrom<SubjectKind>("address", "phone", "account", "message"));
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), kinds, (text, as) => {
      expect(() => whatIsThis(text, as)).not.toThrow();
    }),
  );
});
