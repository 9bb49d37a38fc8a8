/** A form of scam, by the id that list entries and reports carry, with short names for people. */
export interface ScamForm {
  id: string;
  vi: string;
  en: string;
}

/**
 * The 24 forms of the national handbook "Cẩm nang Nhận diện và phòng chống lừa đảo trực tuyến" (Cục An toàn thông
 * tin, 2023), in its order, under shorter names.
 */
export const SCAM_FORMS: readonly ScamForm[] = [
  { id: "cheap-travel-combo", vi: "Combo du lịch giá rẻ", en: "Cheap travel combo" },
  {
    id: "deepfake-video-call",
    vi: "Cuộc gọi video giả mặt, giả giọng (Deepfake)",
    en: "Deepfake video or voice call",
  },
  { id: "sim-lock-threat", vi: "Dọa khóa SIM vì chưa chuẩn hóa thuê bao", en: "SIM-lock threat" },
  {
    id: "fake-transfer-receipt",
    vi: "Biên lai chuyển tiền giả",
    en: "Fake transfer receipt",
  },
  {
    id: "fake-teacher-medic-emergency",
    vi: "Giả danh giáo viên, y tế báo người thân cấp cứu",
    en: "Fake teacher or medic emergency",
  },
  { id: "child-model-recruitment", vi: "Tuyển người mẫu nhí", en: "Child model recruitment" },
  {
    id: "fake-lender-bank",
    vi: "Giả danh công ty tài chính, ngân hàng",
    en: "Fake lender or bank",
  },
  {
    id: "gambling-black-credit-links",
    vi: "Link cờ bạc, cá độ, tín dụng đen",
    en: "Gambling and loan-shark links",
  },
  {
    id: "fake-agency-website",
    vi: "Giả mạo trang web cơ quan, doanh nghiệp",
    en: "Fake agency or company website",
  },
  {
    id: "sms-brandname-spoof",
    vi: "Tin nhắn thương hiệu giả (SMS Brandname)",
    en: "Spoofed brand-name SMS",
  },
  {
    id: "fake-investment",
    vi: "Đầu tư chứng khoán, tiền ảo, đa cấp giả",
    en: "Fake securities or crypto investment",
  },
  { id: "online-task-job", vi: "Tuyển cộng tác viên online", en: "Online task job" },
  {
    id: "social-account-takeover",
    vi: "Chiếm tài khoản mạng xã hội, nhắn tin lừa đảo",
    en: "Social account takeover",
  },
  {
    id: "fake-police-court",
    vi: "Giả danh công an, viện kiểm sát, tòa án",
    en: "Fake police, procuracy or court",
  },
  {
    id: "counterfeit-goods-marketplace",
    vi: "Bán hàng giả, hàng nhái trên mạng",
    en: "Counterfeit goods online",
  },
  {
    id: "stolen-id-loan",
    vi: "Lấy thông tin căn cước (CCCD) để vay nợ",
    en: "Loan with a stolen ID",
  },
  { id: "mistaken-transfer", vi: "“Chuyển nhầm tiền” vào tài khoản", en: "“Mistaken” transfer" },
  {
    id: "money-recovery-service",
    vi: "Dịch vụ lấy lại tiền bị lừa",
    en: "Money recovery service",
  },
  { id: "telegram-otp-theft", vi: "Lấy cắp mã OTP Telegram", en: "Telegram code theft" },
  {
    id: "flashai-call-rumor",
    vi: "Tin giả “nghe máy là mất tiền” (FlashAI)",
    en: "False “answer and lose money” rumour",
  },
  {
    id: "facebook-recovery-service",
    vi: "Dịch vụ lấy lại tài khoản Facebook",
    en: "Facebook recovery service",
  },
  {
    id: "romance-gift",
    vi: "Lừa tình cảm, gửi bưu kiện, trúng thưởng",
    en: "Romance, parcel and prize scam",
  },
  {
    id: "phishing-link-dirty-ads",
    vi: "Rải link lừa đảo, quảng cáo bẩn",
    en: "Phishing links and dirty ads",
  },
  { id: "lottery-number-tip", vi: "Cho số đánh lô đề", en: "Lottery number tips" },
];
