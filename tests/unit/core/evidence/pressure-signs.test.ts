import { describe, expect, test } from "vitest";
import { pressureSigns } from "../../../../src/core/evidence/pressure-signs.ts";
import type { PressureSign } from "../../../../src/core/evidence/pressure-words.ts";
import { wordsOfPage } from "../../../../src/core/evidence/words-of-page.ts";

function signsIn(text: string): PressureSign[] {
  return [...pressureSigns(wordsOfPage({ title: "", text, drawn: "" })).keys()];
}

/** How scams say it: with marks and without, shortened, joined, spelled, with digits for letters, in English. */
const SAID: Readonly<Record<PressureSign, readonly string[]>> = {
  urgency: [
    "Hết hạn sau 23 giờ 59 phút",
    "Chi con 15p nua",
    "Chỉ áp dụng trong hôm nay",
    "Thông báo lần 3",
    "Quý khách vui lòng thực hiện ngay lập tức",
    "Cơ hội cuối cùng của bạn",
    "Only 3 left",
    "Your parcel will be returned within 24 hours",
  ],
  threat: [
    "Tài khoản của quý khách sẽ bị khóa",
    "tai khoan cua ban tam khoa giao dich",
    "TK cua quy khach hien da bi khoa",
    "Thuê bao sẽ bị khóa hai chiều",
    "Phát hiện đăng nhập bất thường",
    "Lệnh bắt tạm giam",
    "Quyết định phong tỏa tài khoản",
    "Trang của bạn vi phạm tiêu chuẩn cộng đồng",
    "moi thang thu phi 2,250,000 VND",
    "Ngừng cung cấp điện từ 18h",
    "t a m  k h o a, bi kh0a tai khoan",
    "Your account has been suspended",
  ],
  "update-demand": [
    "Cập nhật sinh trắc học",
    "cap nhat thong tin thue bao",
    "Chuẩn hóa dữ liệu dân cư",
    "Kích hoạt định danh mức 2",
    "Xác thực lại CCCD gắn chip",
    "Nâng cấp SIM 4G lên 5G",
    "Hủy giao dịch tại đây",
    "Please verify your account",
  ],
  prize: [
    "Chúc mừng bạn đã trúng iPhone 15",
    "chuc mung quy khach trung thuong",
    "Nhận ngay 500.000đ",
    "Quay là trúng",
    "Hoàn tiền điện tháng 8",
    "Khoản hỗ trợ 5.000.000đ đang chờ nhận",
    "Đổi điểm thưởng trước ngày hết hạn",
    "Nhận kim cương miễn phí",
    "nhận quà tri ân",
    "Tặng 100 kim cương cho bạn",
    "Tặng 1.000.000đ cho khách hàng mới",
    "tang 500k khi dang ky",
    "Gói hỗ trợ an sinh của Chính phủ",
    "Claim your reward",
  ],
  "guaranteed-return": [
    "6% / day, capital guaranteed",
    "Cam kết lợi nhuận 30%/tháng",
    "lai 3% moi ngay",
    "Lợi nhuận lên đến 777%",
    "Bảo toàn vốn 100%",
    "Chuyên gia đọc lệnh 1-1",
    "Robot giao dịch tự động",
    "x5 tài khoản sau 1 tuần",
    "Soi cầu bạch thủ",
    "sinh lời hằng ngày? sinh lời hàng ngày!",
    "Guaranteed returns",
  ],
  "paid-task": [
    "Việc nhẹ lương cao",
    "Thu nhập 300k-500k/ngày",
    "Tuyển CTV làm tại nhà, không cần cọc",
    "Hoàn thành 3 đơn để nhận hoa hồng",
    "Giật đơn Lazada",
    "VIP3 hoa hồng 10%/đơn",
    "Hoàn thành mới được rút",
    "like video 5k/video",
    "Nhiệm vụ hôm nay: 0/20",
    "đánh giá 5 sao khách sạn",
    "Earn $50 per day",
  ],
  secrecy: [
    "Tuyệt đối giữ bí mật vụ án",
    "Không được tiết lộ cho người thân",
    "ko đc nói với ai",
    "Chuyển vào tài khoản an toàn của cơ quan điều tra",
    "Do not tell anyone",
  ],
  "install-advice": [
    "Chọn Vẫn tải xuống",
    "Cho phép từ nguồn này",
    "Tắt Play Protect trước khi cài",
    "Bật quyền trợ năng",
    "Ứng dụng chưa có trên CH Play",
    "Cài đặt > Quản lý VPN & thiết bị > Tin cậy",
    "Install anyway",
  ],
  "fee-first": [
    "Đóng phí hải quan 1.250.000đ để nhận hàng",
    "Nộp phí giải ngân 3 triệu",
    "Phí được hoàn lại sau khi giải ngân",
    "Muốn rút tiền phải nộp thuế thu nhập 10%",
    "Nạp thêm để mở khóa",
    "Redelivery fee: $1.99",
    "Pay the customs fee to release your parcel",
  ],
  "easy-credit": [
    "Nợ xấu vẫn vay",
    "Duyệt vay tự động trong 5 phút",
    "Không chứng minh thu nhập",
    "Giải ngân trong 15 phút",
    "chi can CCCD",
    "Xóa nợ xấu CIC",
    "Instant loan",
  ],
  "money-recovery": [
    "Lấy lại tiền bị lừa đảo",
    "Hỗ trợ thu hồi tiền treo",
    "Không thành công không thu phí",
    "truy vet dong tien",
    "Nạn nhân lừa đảo đăng ký hồ sơ hoàn tiền",
    "Recover your stolen funds",
  ],
  prepay: [
    "Chuyển khoản trước 100%",
    "Đặt cọc giữ chỗ 50%",
    "Vé nội bộ giá rẻ",
    "Không hoàn hủy, không xuất hóa đơn",
    "Giảm 80% xả kho",
  ],
  "share-to-win": ["Chia sẻ cho 5 nhóm Zalo để nhận quà", "Mời 10 bạn bè", "Share with 15 friends"],
  plea: ["Bình chọn cho bé An", "Kêu gọi ủng hộ đồng bào vùng lũ", "vote giúp bé"],
  "private-account": [
    "Chủ tài khoản: NGUYEN VAN A",
    "CTK: Tran Thi Bich (kế toán)",
    "Người nhận: Lê Hoàng Nam",
  ],
  infected: [
    "Máy tính của bạn đã bị khóa",
    "Phát hiện 5 virus",
    "Máy đã bị nhiễm mã độc, không tắt máy",
    "Your computer has been blocked",
    "Do not close this window: trojan found",
  ],
};

describe("what scams say is recognised however it is written", () => {
  const cases = Object.entries(SAID).flatMap(([sign, texts]) =>
    texts.map((text) => [sign as PressureSign, text] as const),
  );
  test.each(cases)("%s: %s", (sign, text) => {
    expect(signsIn(text)).toContain(sign);
  });
});

/** What honest pages say in nearly the same words. */
const HONEST: readonly [PressureSign, string][] = [
  ["secrecy", "Không chia sẻ mã OTP cho bất kỳ ai"],
  ["secrecy", "Bảo mật thông tin khách hàng"],
  ["guaranteed-return", "Chúng tôi không cam kết lợi nhuận"],
  ["guaranteed-return", "Lãi suất tiết kiệm 5,2%/năm"],
  ["guaranteed-return", "Giảm 20% cho đơn đầu tiên"],
  ["paid-task", "Lương 8–10 triệu/tháng, đóng bảo hiểm"],
  ["paid-task", "Theo dõi đơn hàng"],
  ["private-account", "Chủ tài khoản: CONG TY TNHH HOA DA"],
  ["private-account", "Người nhận: Trường Đại học Bách khoa"],
  ["infected", "Máy tính xách tay giảm giá"],
  ["infected", "Không thoát toàn màn hình, không tắt hoặc khởi động lại máy trong giờ thi"],
  ["infected", "Do not close this window while the update runs"],
  ["threat", "Bệnh viện Đa khoa Thành Sen, Phòng khám Đa khoa Hồng Lĩnh"],
  ["easy-credit", "Bệnh viện không gọi điện báo người nhà đang cấp cứu"],
  ["private-account", "Không yêu cầu chuyển viện phí hay tạm ứng vào tài khoản cá nhân"],
  ["private-account", "BIDV 0000 4410 2233 09, hợp đồng gửi trong ngày"],
  ["prize", "Đơn hàng của bạn đã được nhận"],
  ["prize", "Không nhận qua tài khoản cá nhân"],
  ["fee-first", "Hỗ trợ 100% lệ phí trước bạ"],
  ["install-advice", "Giữ Play Protect bật. Ứng dụng không cần quyền trợ năng"],
  ["install-advice", "Tải ứng dụng trên App Store và Google Play"],
  ["easy-credit", "Trả góp lãi suất theo quy định"],
  ["money-recovery", "Hoàn tiền trong 7 ngày nếu hàng lỗi"],
  ["prize", "Chính sách đổi trả"],
  ["prize", "Ban quản lý tòa nhà, sảnh B tầng 1."],
  ["prize", "Tầng 3, 233 Điện Biên Phủ, Huế"],
  ["prize", "tang 3, 233 Dien Bien Phu, Hue"],
  ["prize", "Giá xăng tăng 3,5% từ chiều nay"],
  ["prize", "Bấm gửi lại mã hoặc gọi hỗ trợ"],
  ["urgency", "Gửi lại mã sau 60 giây"],
  ["guaranteed-return", "Quay lại mỗi ngày để đọc tin"],
  ["fee-first", "Thuế thu nhập cá nhân khi bán cổ phiếu, trước ngày 31/3"],
  ["guaranteed-return", "Phí chậm nộp 0,05 %/ngày"],
  ["threat", "Tải về, ngắt mạng rồi mở"],
  ["threat", "Bị khóa sau 5 lần sai, gọi máy lẻ 115"],
  ["prize", "Đổi tài khoản nhận tiền phải gọi xác nhận"],
  ["urgency", "Giờ làm việc: 8 giờ đến 17 giờ"],
  ["fee-first", "Phí vận chuyển: 30.000đ"],
  ["share-to-win", "Chia sẻ bài viết"],
  ["plea", "Chọn món và thanh toán"],
  ["threat", "Khóa học lập trình"],
  ["update-demand", "Cập nhật lúc 8:00"],
];

describe("honest words that resemble them are left alone", () => {
  test.each(HONEST)("not %s: %s", (sign, text) => {
    expect(signsIn(text)).not.toContain(sign);
  });
});
