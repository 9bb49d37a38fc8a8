import { describe, expect, test } from "vitest";
import { type AskKind, askOfField, asksOf } from "../../../../src/core/evidence/ask-kinds.ts";
import { wordsOfPage } from "../../../../src/core/evidence/words-of-page.ts";
import { field, page } from "./pages.ts";

/** Labels and names of fields as log-in pages, kits and browsers' autocomplete write them. */
const CALLED: readonly [string, AskKind | null][] = [
  ["Mật khẩu", "password"],
  ["mat khau dang nhap", "password"],
  ["MK", "password"],
  ["Mật mã truy cập", "password"],
  ["Password", "password"],
  ["txtPwd", "password"],
  ["Mã OTP", "otp"],
  ["Nhập mã gồm 6 chữ số vừa gửi tới điện thoại", "otp"],
  ["Mã xác nhận", "otp"],
  ["ma xac thuc", "otp"],
  ["Mã Smart OTP", "otp"],
  ["Mã được gửi qua SMS", "otp"],
  ["verification_code", "otp"],
  ["one-time-code", "otp"],
  ["Mã đăng nhập Telegram", "otp"],
  ["Số thẻ", "card"],
  ["16 số in trên thẻ", "card"],
  ["cc-number", "card"],
  ["card_number", "card"],
  ["Số thẻ ATM", "card"],
  ["0000 0000 0000 0000", "card"],
  ["CVV", "cvv"],
  ["3 số bảo mật sau thẻ", "cvv"],
  ["Mã bảo mật thẻ", "cvv"],
  ["cc-csc", "cvv"],
  ["Mã PIN", "pin"],
  ["Mật khẩu giao dịch", "pin"],
  ["Mật khẩu rút tiền", "pin"],
  ["Mật khẩu cấp 2", "pin"],
  ["12 từ khôi phục", "seed-phrase"],
  ["Cụm từ khôi phục", "seed-phrase"],
  ["Secret Recovery Phrase", "seed-phrase"],
  ["Private key", "seed-phrase"],
  ["Số CCCD", "id-number"],
  ["so cccd gan chip", "id-number"],
  ["Số căn cước công dân", "id-number"],
  ["CMND/Hộ chiếu", "id-number"],
  ["STK nhận tiền", "bank-account"],
  ["Số tài khoản ngân hàng", "bank-account"],
  ["Họ tên người thân", "contacts"],
  ["Mã thẻ cào", "deposit"],
  ["Mã ID AnyDesk", "remote-control"],
  ["SĐT", "phone"],
  ["Số Zalo", "phone"],
  // What only looks like a secret.
  ["Mã xác nhận trong hình", null],
  ["Captcha", null],
  ["Mã bảo vệ", null],
  ["Mã giảm giá", null],
  ["Mã vận đơn", null],
  ["Mã số thuế", null],
  ["Mã khách hàng", null],
  ["Số thẻ thư viện", null],
  ["Số thẻ BHYT", null],
  ["Họ và tên", null],
  ["Email nhận bản tin", null],
  ["Tìm kiếm", null],
];

describe("what a field is called says what it asks for", () => {
  test.each(CALLED)("label %s: %s", (label, kind) => {
    expect(askOfField(field(label))).toBe(kind);
  });
  test.each(CALLED)("hint %s: %s", (hint, kind) => {
    expect(askOfField(field("", { hint }))).toBe(kind);
  });
});

test("a field that hides what is typed is a secret whatever it is called", () => {
  expect(askOfField(field("Mã bảo vệ", { masked: true }))).toBe("password");
  expect(askOfField(field("", { type: "password" }))).toBe("password");
  expect(askOfField(field("", { type: "password", disabled: true }))).toBe(null);
});

test("a picture of papers or of a face is asked for, a picture of goods is not", () => {
  expect(askOfField(field("Ảnh CCCD mặt trước", { type: "file" }))).toBe("id-photo");
  expect(askOfField(field("Ảnh sản phẩm lỗi", { type: "file" }))).toBe(null);
});

const asked = (given: Parameters<typeof page>[1]): AskKind[] => {
  const facts = page("https://a.example/", given);
  return [...asksOf(facts, wordsOfPage(facts))];
};

test("boxes for one digit each are a code; one or two are not", () => {
  const boxes = (count: number) =>
    Array.from({ length: count }, () => field("", { type: "tel", maxLength: 1 }));
  expect(asked({ fields: boxes(6) })).toContain("otp");
  expect(asked({ fields: boxes(2) })).not.toContain("otp");
});

test("editable boxes are fields too", () => {
  expect(askOfField(field("Mã OTP", { type: "editable" }))).toBe("otp");
});

test("a camera that is opened to see a face asks for papers; one that reads goods does not", () => {
  const script = "navigator.mediaDevices.getUserMedia({video:true})";
  expect(asked({ script, text: "Đưa khuôn mặt vào khung hình" })).toContain("id-photo");
  expect(asked({ script, text: "Quét mã vạch sản phẩm" })).not.toContain("id-photo");
});

describe("what is asked in words", () => {
  test.each<[string, AskKind]>([
    ["Số tài khoản: 1903 4567 8901 2", "transfer"],
    ["STK 0123456789 MB NGUYEN VAN A", "transfer"],
    ["vui long ck vao tk 19034567890", "transfer"],
    ["Quét mã QR để thanh toán", "transfer"],
    ["Nội dung chuyển khoản: HS123", "transfer"],
    ["Gửi USDT (TRC20) tới địa chỉ ví", "transfer"],
    ["Nạp tối thiểu 500.000đ", "deposit"],
    ["Số dư của bạn không đủ, vui lòng nạp thêm", "deposit"],
    ["nap tien de rut", "deposit"],
    ["Mua thẻ cào điện thoại", "deposit"],
    ["Tải UltraViewer và đọc mã", "remote-control"],
    ["Cài AnyDesk", "remote-control"],
    ["Cho phép điều khiển máy tính từ xa", "remote-control"],
    ["Kết bạn Zalo để nhận hướng dẫn", "messenger"],
    ["lh zl 0912 345 678", "messenger"],
    ["ib tele admin", "messenger"],
    ["Gọi ngay tổng đài", "call"],
    ["Soạn tin DS 8984 0480 0123 4567 891 gửi 901", "sim-command"],
    ["Bấm **21*0900 000 123# rồi nhấn gọi", "sim-command"],
  ])("%s: %s", (text, kind) => {
    expect(asked({ text })).toContain(kind);
  });

  test.each<[string, AskKind]>([
    ["Thanh toán khi nhận hàng", "transfer"],
    ["Đăng ký tài khoản miễn phí", "transfer"],
    ["Nạp mực máy in", "deposit"],
    ["Ứng dụng điều khiển tivi", "remote-control"],
    ["Hỗ trợ | Điều khiển từ xa | Cộng đồng", "remote-control"],
    ["Nhắn tin cho cửa hàng", "messenger"],
    ["Soạn V120N gửi 290 để đăng ký gói", "sim-command"],
    ["Soạn DS [16 số cuối trên SIM mới] gửi 191", "sim-command"],
    ["Chuyển hướng cuộc gọi: bấm **21*[số nhận]#", "sim-command"],
  ])("%s: not %s", (text, kind) => {
    expect(asked({ text })).not.toContain(kind);
  });
});
