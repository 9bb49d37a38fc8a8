/** One thing to do after a scam. */
export interface FirstAidStep {
  /** "bank": here the interface adds how to reach the bank. */
  about?: "bank";
  vi: { title: string; text: string };
  en: { title: string; text: string };
}

/** What to do after a scam, in order; the first three come first on every screen. */
export const FIRST_AID: readonly FirstAidStep[] = [
  {
    vi: {
      title: "Dừng ngay.",
      text: "Không chuyển thêm đồng nào, dù được hứa hoàn tiền. Giữ máy, đừng xóa tin.",
    },
    en: {
      title: "Stop.",
      text: "Not one more đồng, even if a refund is promised. Keep the phone, delete nothing.",
    },
  },
  {
    about: "bank",
    vi: {
      title: "Gọi ngân hàng trước tiên.",
      text: "Nói “tôi bị lừa chuyển tiền”, nhờ khóa tài khoản, thẻ và tra soát giao dịch. Càng sớm càng tốt, vài giờ đầu quyết định.",
    },
    en: {
      title: "Call the bank first.",
      text: "Say “I was tricked into a transfer”; ask to lock accounts and cards and to trace the payment. The first hours decide.",
    },
  },
  {
    vi: {
      title: "Nếu đã cài ứng dụng lạ hoặc cho điều khiển máy:",
      text: "tắt nguồn hoặc bật chế độ máy bay, dùng máy khác để gọi.",
    },
    en: {
      title: "If you installed an app or gave remote control:",
      text: "power off or use flight mode, and call from another phone.",
    },
  },
  {
    vi: {
      title: "Giữ bằng chứng:",
      text: "ảnh chụp màn hình, đường link, số điện thoại, số tài khoản nhận, biên lai, giờ giấc.",
    },
    en: {
      title: "Keep evidence:",
      text: "screenshots, links, phone numbers, the receiving account, receipts, times.",
    },
  },
  {
    vi: {
      title: "Đổi mật khẩu từ thiết bị sạch:",
      text: "ngân hàng, thư điện tử, Zalo, Facebook; đăng xuất mọi thiết bị; bật xác thực hai lớp.",
    },
    en: {
      title: "Change passwords from a clean device:",
      text: "bank, mail, Zalo, Facebook; sign out everywhere; turn on two-step verification.",
    },
  },
  {
    vi: {
      title: "Trình báo công an:",
      text: "ra Công an xã, phường gần nhất hoặc gửi qua VNeID; mang giấy tờ và bằng chứng; xin giấy tiếp nhận.",
    },
    en: {
      title: "Report to the police:",
      text: "go to the nearest commune or ward police, or use VNeID; bring your ID and the evidence; ask for a receipt.",
    },
  },
  {
    vi: {
      title: "Gửi giấy tiếp nhận cho ngân hàng",
      text: "để họ phối hợp giữ tiền ở tài khoản nhận.",
    },
    en: {
      title: "Give the police receipt to the bank",
      text: "so that the money in the receiving account can be held.",
    },
  },
  {
    vi: {
      title: "Làm sạch máy:",
      text: "nhờ người có chuyên môn khôi phục cài đặt gốc; chỉ gỡ ứng dụng là chưa đủ.",
    },
    en: {
      title: "Clean the device:",
      text: "have someone who knows do a factory reset; deleting the app is not enough.",
    },
  },
  {
    vi: {
      title: "Khóa điều còn hở:",
      text: "SIM (gọi nhà mạng), thẻ, ví điện tử, tài khoản mạng xã hội.",
    },
    en: {
      title: "Close what is open:",
      text: "SIM (call the carrier), cards, wallets, social accounts.",
    },
  },
  {
    vi: {
      title: "Nếu lộ căn cước, khuôn mặt:",
      text: "báo công an, kiểm tra khoản vay ở CIC, để ý cuộc gọi đòi nợ lạ trong vài tháng.",
    },
    en: {
      title: "If your ID or face leaked:",
      text: "tell the police, check CIC for loans, and expect strange debt calls for some months.",
    },
  },
  {
    vi: {
      title: "Báo người thân, bạn bè",
      text: "bằng cuộc gọi, để họ không bị lừa tiếp.",
    },
    en: { title: "Tell family and friends", text: "by phone, so that they aren't next." },
  },
  {
    vi: {
      title: "Cảnh giác lừa lần hai:",
      text: "không ai lấy lại tiền hộ bạn để thu phí; chỉ ngân hàng, công an, tòa án.",
    },
    en: {
      title: "Beware of the second scam:",
      text: "nobody recovers money for a fee; only the bank, the police and the court can.",
    },
  },
  {
    vi: {
      title: "Bạn không có lỗi.",
      text: "Nói với người bạn tin; nếu thấy quá nặng nề, tìm người hỗ trợ.",
    },
    en: {
      title: "It is not your fault.",
      text: "Talk to someone you trust, and seek support if it weighs too much.",
    },
  },
];
