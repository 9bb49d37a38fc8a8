import { describe, expect, it } from "vitest";
import type { Incident } from "../../../../src/core/report/incident.ts";
import { policeText, vneidText } from "../../../../src/core/report/incident-text.ts";

const ALL: Incident = {
  url: "https://nganhang.doi-diem.example/vn",
  form: "Tin nhắn thương hiệu giả (SMS Brandname)",
  story: "Tôi nhập mật khẩu và mã OTP, sau đó tài khoản bị trừ tiền.",
  impersonated: "ngân hàng",
  arrivedBy: "sms",
  phones: ["024 0000 0000"],
  accounts: [{ number: "0123456789", bank: "Ngân hàng A", holder: "NGUYEN VAN A" }],
  lost: 12_500_000,
  happenedOn: "2026-11-25",
  happenedTime: "06:05",
  place: null,
  evidence: ["ảnh chụp màn hình", "biên lai"],
};
const NOTHING: Incident = {
  url: null,
  form: null,
  story: "",
  impersonated: null,
  arrivedBy: null,
  phones: [],
  accounts: [],
  lost: null,
  happenedOn: null,
  happenedTime: null,
  place: null,
  evidence: [],
};

describe("the text for VNeID", () => {
  it("follows the order of its form, in the way that days and money are written in Viet Nam", () => {
    expect(vneidText(ALL)).toBe(
      [
        "Vụ việc: Lừa đảo trên mạng; hình thức: Tin nhắn thương hiệu giả (SMS Brandname)",
        "Địa điểm xảy ra: Trên mạng (đánh dấu “Không nhớ địa điểm xảy ra vụ việc”)",
        "Hình ảnh: ảnh chụp màn hình, biên lai",
        "Tóm tắt: Xảy ra lúc 6 giờ 05, ngày 25/11/2026. Người lừa đảo tiếp cận tôi qua tin nhắn SMS, xưng là ngân hàng. Tôi nhập mật khẩu và mã OTP, sau đó tài khoản bị trừ tiền.",
        "Hậu quả: Mất 12.500.000 đồng",
        "Người bị kiến nghị: trang web https://nganhang.doi-diem.example/vn; số điện thoại 024 0000 0000; số tài khoản 0123456789, Ngân hàng A, tên NGUYEN VAN A",
      ].join("\n"),
    );
  });

  it("leaves out what was not told, and guesses nothing", () => {
    expect(vneidText(NOTHING)).toBe(
      [
        "Vụ việc: Lừa đảo trên mạng",
        "Địa điểm xảy ra: Trên mạng (đánh dấu “Không nhớ địa điểm xảy ra vụ việc”)",
      ].join("\n"),
    );
  });

  it("does not say «another way», which tells the police nothing", () => {
    expect(vneidText({ ...NOTHING, arrivedBy: "other" })).not.toContain("tiếp cận");
    expect(vneidText({ ...NOTHING, arrivedBy: "qr" })).toContain("tiếp cận tôi qua mã QR.");
  });

  it("says that nothing was lost only if the person said so", () => {
    expect(vneidText({ ...NOTHING, lost: 0 })).toContain("Hậu quả: Chưa mất tiền");
    expect(vneidText(NOTHING)).not.toContain("Hậu quả");
    expect(vneidText({ ...NOTHING, lost: 900 })).toContain("Mất 900 đồng");
  });

  it("tells the day alone where the hour is not known", () => {
    expect(vneidText({ ...NOTHING, happenedOn: "2026-11-25" })).toContain(
      "Tóm tắt: Xảy ra ngày 25/11/2026.",
    );
  });

  it("names the place where there is one", () => {
    expect(vneidText({ ...NOTHING, place: "xã A, tỉnh B" })).toContain(
      "Địa điểm xảy ra: xã A, tỉnh B",
    );
  });
});

describe("the text for the police", () => {
  it("tells all that is known, and asks for the receipt that the bank needs", () => {
    const text = policeText(ALL);
    for (const part of [
      "1. Thời gian: 6 giờ 05, ngày 25/11/2026",
      "2. Nơi xảy ra: trên mạng",
      "5. Dấu vết của người lừa đảo: trang web https://nganhang.doi-diem.example/vn; số điện thoại",
      "6. Thiệt hại: Mất 12.500.000 đồng",
      "7. Bằng chứng kèm theo: ảnh chụp màn hình, biên lai",
      "cấp giấy tiếp nhận để tôi gửi ngân hàng",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("leaves open what was not told, to be filled in by hand", () => {
    const open = policeText(NOTHING)
      .split("\n")
      .filter((line) => line.endsWith("…"));
    expect(open.map((line) => line.replace(/: …+$/, ""))).toEqual([
      "Kính gửi: Công an xã, phường ……………………………………",
      "Họ và tên",
      "Số định danh cá nhân",
      "Nơi ở",
      "Điện thoại",
      "1. Thời gian",
      "3. Hình thức",
      "4. Diễn biến",
      "5. Dấu vết của người lừa đảo",
      "6. Thiệt hại",
      "7. Bằng chứng kèm theo",
    ]);
  });

  it("never asks for bank data, codes or passwords", () => {
    expect(policeText(NOTHING)).not.toMatch(/OTP|mật khẩu|số thẻ/i);
  });
});
