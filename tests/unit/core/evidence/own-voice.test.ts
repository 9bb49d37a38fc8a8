import { describe, expect, test } from "vitest";
import { ownVoice } from "../../../../src/core/evidence/own-voice.ts";

const voice = (text: string, headings: string[] = []) => ownVoice({ text, headings });

describe("what others say is not the page's own voice", () => {
  test.each([
    ["a quotation", 'Quảng cáo kiểu "cam kết thu hồi 100% vốn treo" thì nên tránh.', "cam kết"],
    ["what those who cheat do", "Kẻ gian sẽ yêu cầu nộp phí hồ sơ trước.", "nộp phí"],
    ["what people are told elsewhere", "Họ bảo đóng phí hồ sơ 5%. Bác nào dính chưa?", "đóng phí"],
    ["what is not asked", "Chúng tôi không yêu cầu chuyển tiền trước khi giao.", "chuyển tiền"],
    ["a fee that is not taken", "Không đóng phí bảo hiểm, phí hồ sơ trước giải ngân.", "bảo hiểm"],
  ])("%s", (_, text, gone) => {
    expect(voice(text)).not.toContain(gone);
  });

  test("the part under a heading about tricks, up to the next heading", () => {
    const text =
      "Vay an toàn\nLãi 14%/năm\n4 dấu hiệu lừa đảo\nBắt chuyển phí trước\nLiên hệ\nHỏi chúng tôi";
    const said = voice(text, ["Vay an toàn", "4 dấu hiệu lừa đảo", "Liên hệ"]);
    expect(said).not.toContain("chuyển phí");
    expect(said).toContain("lãi 14%/năm");
    expect(said).toContain("hỏi chúng tôi");
  });
});

test("a newspaper's teasers, and the same again without their times, are not what it says to its reader", () => {
  const teasers = Array.from({ length: 9 }, (_, i) => `Tin thứ ${i}: mưa lớn${i + 1} giờ trước`);
  const news = ["Triệt phá đường dây việc nhẹ lương cao7 giờ trước", ...teasers];
  const said = voice(
    [...news, "Triệt phá đường dây việc nhẹ lương cao", "Ghi rõ nguồn khi phát hành lại."].join(
      "\n",
    ),
  );
  expect(said).not.toContain("lương cao");
  expect(said).toContain("ghi rõ nguồn");
  // A few may be comments that a page has made up.
  expect(voice("Mình vừa nhận 5 triệu, 3 phút trước\nĐã rút được, 9 phút trước")).toContain(
    "5 triệu",
  );
});

test("conditions of use and lists of what is read most are not, up to the next heading", () => {
  const said = voice("Chính sách bảo mật\nTài khoản có thể bị khóa\nĐặt vé\nChọn ghế", [
    "Chính sách bảo mật",
    "Đặt vé",
  ]);
  expect(said).not.toContain("bị khóa");
  expect(said).toContain("chọn ghế");
});

describe("a page's own words stay", () => {
  test.each([
    ["a threat", "Nếu không nộp phạt trong 24 giờ sẽ bị cưỡng chế.", "nộp phạt"],
    ["a threat that asks", "Nếu quý khách không cung cấp thông tin, thẻ bị khóa.", "thẻ bị khóa"],
    ["a lure that denies", "Không thành công không thu phí, lấy lại 100% tiền.", "không thu phí"],
    ["a name in quotation marks", 'Bấm nút "Xác nhận" để nhận quà.', "xác nhận"],
    ["whom one has fallen for", "Đóng băng tài khoản kẻ gian trong 30 phút.", "đóng băng"],
  ])("%s", (_, text, kept) => {
    expect(voice(text)).toContain(kept);
  });
});
